namespace ArtisansCorner.Platform.Database;

/// <summary>A claim on work that ends soon after its worker died, and lasts as long as the worker lives, however long a step of it takes.</summary>
/// <param name="lasts">How long the claim lasts when it is not prolonged.</param>
/// <param name="prolong">Prolongs it.</param>
/// <param name="missed">Told when it could not be prolonged.</param>
/// <param name="time">The time.</param>
internal sealed class KeptAlive(TimeSpan lasts, Func<CancellationToken, Task> prolong, Action<Exception> missed, TimeProvider time)
{
    /// <summary>Does the work, and keeps the claim alive meanwhile.</summary>
    public async Task<T> DuringAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var holding = HoldAsync(done.Token);
        try
        {
            return await work();
        }
        finally
        {
            await done.CancelAsync();
            await holding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc cref="DuringAsync{T}(Func{Task{T}}, CancellationToken)" />
    public Task DuringAsync(Func<Task> work, CancellationToken cancel) => DuringAsync(
        async () =>
        {
            await work();
            return true;
        },
        cancel);

    private async Task HoldAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(lasts / 4, time);
        while (await timer.WaitForNextTickAsync(cancel))
        {
            // A database that cannot be reached for a moment is asked again: three such moments fit into a claim.
            try
            {
                await prolong(cancel);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                missed(problem);
            }
        }
    }
}
