using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Models.PlugIns;

namespace PalActors.PlugIn;

/// <summary>Adds the learning model <c>PAL-threshold</c> with a parameter of its own.</summary>
public sealed class ThresholdPlugIn : IPlugIn
{
    /// <inheritdoc/>
    public void Register(PlugInTables tables) => tables.Add(
        new LearningModel("PAL-threshold", (parameters, pathway) => new ThresholdRule(parameters, pathway))
        {
            UsesNoise = true,
            Parameters = new ParameterTable(
            [
                new(
                    ThresholdRule.Parameter, ParameterKind.Real, ParameterScope.Network, "",
                    "change of a rate from above below which B does not learn from it", "0", Minimum: 0),
            ]),
        });
}
