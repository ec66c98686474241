namespace ArtisansCorner.Platform.Messaging;

/// <summary>
/// Reacts to an event after its commit, inside its shop. Runs at least once for each, often once for several:
/// so it recomputes from facts and never adds up.
/// </summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IHandle<TEvent>
    where TEvent : class
{
    /// <summary>Handles events of one shop, oldest first.</summary>
    Task HandleAsync(IReadOnlyList<TEvent> happened, CancellationToken cancel);
}
