using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Readouts;

/// <summary>Cell model whose areas settle to a function of the input, which recorded weights tell.</summary>
public interface IEncodingModel : ISampledModel
{
    /// <summary>Observables of each area from which an encoder is made.</summary>
    IReadOnlyList<string> EncodedBy { get; }

    /// <summary>Checks whether the areas of a network up to one can be encoded.</summary>
    bool CanEncode(NetworkPlan plan, int area);

    /// <summary>Creates an encoder for a network, without weights so far.</summary>
    IEncoder CreateEncoder(NetworkPlan plan);
}
