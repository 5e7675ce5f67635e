namespace PalActors.Lab.ReadOuts;

/// <summary>Accuracy of a read-out of a network after an epoch.</summary>
/// <param name="Model">Label of the network.</param>
/// <param name="Seed">Its random seed.</param>
/// <param name="Epoch">Epochs done; 0 before training.</param>
/// <param name="Area">The area that was read out.</param>
/// <param name="ReadOut">Name of the read-out.</param>
/// <param name="Accuracy">Share of the test samples whose class it finds; a mean over its shuffles.</param>
/// <param name="Lowest">The lowest of the shuffles.</param>
/// <param name="Highest">The highest of the shuffles.</param>
internal sealed record ReadOutRow(
    string Model, ulong Seed, int Epoch, int Area, string ReadOut, double Accuracy, double Lowest, double Highest);
