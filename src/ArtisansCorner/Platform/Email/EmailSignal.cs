namespace ArtisansCorner.Platform.Email;

/// <summary>Wakes the e-mail worker of this server when there is something to send.</summary>
public sealed class EmailSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0);

    /// <summary>Says that there is something to send.</summary>
    public void Set()
    {
        // More than a few calls are one: who is awake looks until nothing is left.
        if (signal.CurrentCount < EmailWorker.SideBySide) signal.Release();
    }

    /// <summary>Waits until something was said, or the time is over.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancel) => signal.WaitAsync(atMost, cancel);

    /// <inheritdoc />
    public void Dispose() => signal.Dispose();
}
