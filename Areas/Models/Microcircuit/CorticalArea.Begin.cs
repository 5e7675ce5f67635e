using PalActors.Areas.Models.Microcircuit.Initial;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;

namespace PalActors.Areas.Models.Microcircuit;

/// <content>The state before tick 1, FORMAT section 3.</content>
public sealed partial class CorticalArea
{
    /// <summary>Puts the area into its state before tick 1.</summary>
    public void Begin(IInitialValues initial)
    {
        double[] u = initial.Potentials(Index);
        u.CopyTo(Pyramidal.U, 0);
        u.CopyTo(Pyramidal.UPrevious, 0);
        Pyramidal.Activation.Rates(Pyramidal.U, Pyramidal.Rate, Size);
        Pyramidal.Rate.CopyTo(Pyramidal.HighPass, 0);
        _w.Weights.FromRowMajor(initial.W(Index));
        if (Index > 1)
        {
            double[] below = Padding.Copy(initial.Potentials(Index - 1));
            Activation.Get(_parameters.Activation[Index - 2]).Rates(below, RateBelow, SizeBelow);
        }

        if (!IsTop)
        {
            double[] v = initial.InterneuronPotentials(Index);
            v.CopyTo(Interneurons!.U, 0);
            v.CopyTo(Interneurons.UPrevious, 0);
            Interneurons.Activation.Rates(Interneurons.U, Interneurons.Rate, SizeAbove);
            double[] above = Padding.Copy(initial.Potentials(Index + 1));
            above.CopyTo(ProspectiveAbove!, 0);
            Interneurons.Activation.Rates(above, RateAbove!, SizeAbove);
            RateAbove!.CopyTo(HighPassAbove!, 0);
            _predictor?.Begin(above);
            _pastRates?.Fill(Pyramidal.Rate);
            _p!.Weights.FromRowMajor(initial.P(Index));
            _b!.Weights.FromRowMajor(initial.B(Index));
            _q!.Weights.FromRowMajor(initial.Q(Index));
            (_feedback as WeightTransportRule)?.Begin(Pyramidal.Rate);
        }

        InitialRateBelow = _parameters.DelaysVary ? (double[])RateBelow.Clone() : [];
        InitialProspectiveAbove = _parameters.DelaysVary && !IsTop ? (double[])ProspectiveAbove!.Clone() : [];
        Tick = 0;
    }
}
