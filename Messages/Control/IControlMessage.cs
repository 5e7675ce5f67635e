namespace PalActors.Messages.Control;

/// <summary>A message of the control plane. It holds ids, paths and plain values, never an actor reference.</summary>
public interface IControlMessage;
