using System.Collections.Concurrent;

namespace ArtisansCorner.Platform.Messaging;

/// <summary>
/// Wakes the outbox worker of this server after a commit, and lets those wait who want to see what came of it:
/// so that someone who records a sale and asks for the figures finds it in them.
/// </summary>
public sealed class OutboxSignal(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);
    private readonly ConcurrentDictionary<Guid, long> written = new();
    private readonly Lock guard = new();
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long last, delivered;

    /// <summary>Says that this shop has something to deliver; saying it twice is saying it once.</summary>
    public void Set(Guid shopId)
    {
        written[shopId] = Interlocked.Increment(ref last);
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

    /// <summary>Where this server's writing stands now; to be asked before looking for messages.</summary>
    public long Mark() => Interlocked.Read(ref last);

    /// <summary>Says that everything up to a mark was delivered.</summary>
    public void DeliveredUpTo(long mark)
    {
        lock (guard)
        {
            if (mark <= delivered) return;
            delivered = mark;
            moved.SetResult();
            moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until what this server wrote in the shop so far was delivered, but no longer than that; tells whether it was.</summary>
    public async ValueTask<bool> CaughtUpAsync(Guid shopId, TimeSpan atMost, CancellationToken cancel)
    {
        if (!written.TryGetValue(shopId, out var wanted) || wanted <= Interlocked.Read(ref delivered)) return true;
        using var deadline = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        while (true)
        {
            Task next;
            lock (guard)
            {
                if (wanted <= delivered) return true;
                next = moved.Task;
            }

            await next.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancel.ThrowIfCancellationRequested();
            if (deadline.IsCancellationRequested) return false;
        }
    }

    /// <inheritdoc />
    public void Dispose() => signal.Dispose();
}
