namespace ArtisansCorner.Platform.Messaging;

/// <summary>Wakes the outbox worker of this server after a commit.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    /// <summary>Says that there is something to deliver; saying it twice is saying it once.</summary>
    public void Set()
    {
        try
        {
            if (signal.CurrentCount == 0) signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another commit said it at the same moment, which is all that was wanted.
        }
    }

    /// <summary>Waits until something was said, or the time is over.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancel) => signal.WaitAsync(atMost, cancel);

    /// <inheritdoc />
    public void Dispose() => signal.Dispose();
}
