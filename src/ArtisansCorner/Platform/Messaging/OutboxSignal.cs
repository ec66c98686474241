using System.Diagnostics;

namespace ArtisansCorner.Platform.Messaging;

/// <summary>
/// Wakes the outbox worker of this server after a commit, and lets those wait who want to see what came of it:
/// so that someone who records a sale and asks for the figures finds it in them.
/// </summary>
public sealed class OutboxSignal(TimeProvider time) : IDisposable
{
    // An open page is to show a sale within a quarter of a second; where so much happens that delivering takes long, within a second.
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim signal = new(0);
    private readonly Lock guard = new();
    private readonly Dictionary<Guid, Progress> shops = [];
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long last;
    private bool isOver;

    /// <summary>Says that this shop has something to deliver; while it is in hand or rests, nobody is woken for it.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="atOnce">Whether it is taken without a rest: it follows from what was delivered, one step after the other, or it is urgent.</param>
    public void Set(Guid shopId, bool atOnce)
    {
        lock (guard)
        {
            var progress = shops.GetValueOrDefault(shopId) with { Written = ++last };
            if (atOnce) progress = progress with { IsWanted = progress.InHand, Rests = false };
            shops[shopId] = progress;
            if (!progress.IsBusy) WakeOne();
        }
    }

    /// <summary>Waits until something was said, or the time is over.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancel) => signal.WaitAsync(atMost, cancel);

    /// <summary>Where this server's writing stands now; to be asked before looking for messages.</summary>
    public long Mark()
    {
        lock (guard) return last;
    }

    /// <summary>The shops whose messages this server delivers now, or delivered a moment ago.</summary>
    public IReadOnlyList<Guid> Busy()
    {
        lock (guard) return [.. shops.Where(shop => shop.Value.IsBusy).Select(shop => shop.Key)];
    }

    /// <summary>Takes a shop's messages into one worker's hands; false when another has them.</summary>
    public bool TryBegin(Guid shopId)
    {
        lock (guard)
        {
            var progress = shops.GetValueOrDefault(shopId);
            if (progress.IsBusy) return false;
            shops[shopId] = progress with { InHand = true, Began = Stopwatch.GetTimestamp() };
            return true;
        }
    }

    /// <summary>
    /// Says that what a shop had written up to a mark was delivered. The shop rests for a moment: of what happens meanwhile, a day that
    /// is sold on again and again is counted once and an open page told once. It does not while somebody waits.
    /// </summary>
    public void End(Guid shopId, long mark)
    {
        lock (guard)
        {
            var progress = shops[shopId];
            shops[shopId] = progress with { InHand = false, Rests = !progress.IsWanted, IsWanted = false, Delivered = Math.Max(progress.Delivered, mark) };
            Move();
            if (progress.IsWanted) WakeOne();
            else _ = RestAsync(shopId, RestAfter(Stopwatch.GetElapsedTime(progress.Began)));
        }
    }

    /// <summary>Says that nothing written up to a mark waits any longer, but for shops that were not looked at, being in other hands.</summary>
    public void NothingLeft(long mark, IReadOnlyList<Guid> except)
    {
        lock (guard)
        {
            foreach (var (shopId, progress) in shops.Where(shop => !shop.Value.IsBusy && !except.Contains(shop.Key)).ToList())
            {
                // A shop that is quiet is forgotten: nobody waits for it.
                if (progress.Written <= mark) shops.Remove(shopId);
                else shops[shopId] = progress with { Delivered = Math.Max(progress.Delivered, mark) };
            }

            Move();
        }
    }

    /// <summary>Waits until what this server wrote in the shop so far was delivered, but no longer than that; tells whether it was.</summary>
    public async ValueTask<bool> CaughtUpAsync(Guid shopId, TimeSpan atMost, CancellationToken cancel)
    {
        long wanted;
        lock (guard)
        {
            wanted = shops.GetValueOrDefault(shopId).Written;
            if (IsDelivered(shopId, wanted)) return true;
            var progress = shops[shopId];
            shops[shopId] = progress with { IsWanted = progress.InHand, Rests = false };
            if (progress.Rests) WakeOne();
        }

        using var deadline = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        while (true)
        {
            Task next;
            lock (guard)
            {
                if (IsDelivered(shopId, wanted)) return true;
                next = moved.Task;
            }

            await next.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancel.ThrowIfCancellationRequested();
            if (deadline.IsCancellationRequested) return false;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (guard) isOver = true;
        signal.Dispose();
    }

    // The more shops are busy, the longer each rests: all of them together keep about one worker at work, whatever is recorded.
    private TimeSpan RestAfter(TimeSpan delivery)
    {
        var rest = delivery * shops.Values.Count(shop => shop.IsBusy);
        return rest < ShortestRest ? ShortestRest : rest > LongestRest ? LongestRest : rest;
    }

    private async Task RestAsync(Guid shopId, TimeSpan rest)
    {
        await Task.Delay(rest);
        lock (guard)
        {
            if (isOver || !shops.TryGetValue(shopId, out var progress)) return;
            shops[shopId] = progress with { Rests = false };
            WakeOne();
        }
    }

    // More than a few calls are one: who is awake looks until nothing is left.
    private void WakeOne()
    {
        if (signal.CurrentCount < OutboxWorker.SideBySide) signal.Release();
    }

    private bool IsDelivered(Guid shopId, long wanted) => !shops.TryGetValue(shopId, out var progress) || progress.Delivered >= wanted;

    private void Move()
    {
        moved.SetResult();
        moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>How far a shop is.</summary>
    /// <param name="Written">The number of its last commit with messages.</param>
    /// <param name="Delivered">Up to which number all was delivered.</param>
    /// <param name="InHand">Whether its messages are being delivered now.</param>
    /// <param name="Rests">Whether some were delivered a moment ago.</param>
    /// <param name="IsWanted">Whether what comes after those in hand is wanted at once.</param>
    /// <param name="Began">When those in hand were taken, by the clock that measures times.</param>
    private readonly record struct Progress(long Written, long Delivered, bool InHand, bool Rests, bool IsWanted, long Began)
    {
        public bool IsBusy => InHand || Rests;
    }
}
