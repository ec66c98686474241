namespace ArtisansCorner.Importing;

/// <summary>Wakes the import worker of this server when there is something to do: all that it does side by side, for each may take what another may not.</summary>
public sealed class ImportSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0);

    /// <summary>Says that there is something to do.</summary>
    public void Set() => signal.Release(ImportWorker.SideBySide);

    /// <summary>Waits until something was said, or the time is over.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancel) => signal.WaitAsync(atMost, cancel);

    /// <inheritdoc />
    public void Dispose() => signal.Dispose();
}
