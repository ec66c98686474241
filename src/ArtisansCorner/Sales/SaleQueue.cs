using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Sales;

/// <summary>
/// Where sales wait that one actor records in a shop while another of them is being written. Those that waited are then written together,
/// each standing or refused alone: a burst costs a few commits, not one each, and nobody waits for the locks of all before.
/// </summary>
public sealed class SaleQueue
{
    private const int MostSales = 16;

    // So many movements are valued in the transaction itself.
    private const int MostLines = 20;

    private readonly Lock guard = new();
    private readonly Dictionary<(Guid ShopId, Actor Actor), Queue<Waiting>> busy = [];

    /// <summary>What became of this sale, written by itself or with others; who gives up waiting has written nothing.</summary>
    /// <param name="shop">The shop, and who acts in it.</param>
    /// <param name="sale">The sale.</param>
    /// <param name="write">Writes sales in one transaction; tells what became of each, in order.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<Outcome<RecordedSale>> RunAsync(CurrentShop shop, NewSale sale, Func<IReadOnlyList<NewSale>, Task<IReadOnlyList<Outcome<RecordedSale>>>> write, CancellationToken cancel)
    {
        var key = (shop.Id, shop.Actor);
        var turn = Enter(key, sale) is { } waiting ? await WaitAsync(waiting, cancel) : new Turn(null, []);
        if (turn.Outcome is { } outcome) return outcome;
        if (turn.Company is null) return (await write([sale]))[0];
        try
        {
            return await WriteAsync(sale, turn.Company, write);
        }
        finally
        {
            Next(key);
        }
    }

    /// <summary>Takes the turn, or a place in the queue behind whose turn it is.</summary>
    private Waiting? Enter((Guid, Actor) key, NewSale sale)
    {
        lock (guard)
        {
            if (busy.TryAdd(key, [])) return null;
            var waiting = new Waiting(sale);
            busy[key].Enqueue(waiting);
            return waiting;
        }
    }

    private static async Task<Turn> WaitAsync(Waiting waiting, CancellationToken cancel)
    {
        await using var givingUp = cancel.UnsafeRegister(_ => waiting.Turn.TrySetCanceled(cancel), null);
        return await waiting.Turn.Task;
    }

    private static async Task<Outcome<RecordedSale>> WriteAsync(NewSale sale, IReadOnlyList<Waiting> company, Func<IReadOnlyList<NewSale>, Task<IReadOnlyList<Outcome<RecordedSale>>>> write)
    {
        if (company.Count == 0) return (await write([sale]))[0];
        try
        {
            var outcomes = await write([sale, .. company.Select(other => other.Sale)]);
            foreach (var (other, outcome) in company.Zip(outcomes.Skip(1))) other.Turn.TrySetResult(new Turn(outcome, null));
            return outcomes[0];
        }
        catch (Exception)
        {
            // Any of them may be the reason: each is tried by itself, so that only whom it concerns hears of it.
            foreach (var other in company) other.Turn.TrySetResult(default);
            return (await write([sale]))[0];
        }
    }

    /// <summary>Gives the turn to the first that waits, with those behind it for company.</summary>
    private void Next((Guid, Actor) key)
    {
        lock (guard)
        {
            var queue = busy[key];
            while (queue.TryDequeue(out var next))
            {
                if (next.HasGivenUp) continue;
                var (company, lines) = (new List<Waiting>(), next.Lines);
                while (company.Count + 1 < MostSales && queue.TryPeek(out var other) && lines + other.Lines <= MostLines)
                {
                    queue.Dequeue();
                    if (other.HasGivenUp) continue;
                    company.Add(other);
                    lines += other.Lines;
                }

                if (next.Turn.TrySetResult(new Turn(null, company))) return;
                foreach (var other in company) other.Turn.TrySetResult(default);
            }

            busy.Remove(key);
        }
    }

    private sealed class Waiting(NewSale sale)
    {
        public NewSale Sale => sale;

        public int Lines => sale.Lines?.Count ?? 0;

        public TaskCompletionSource<Turn> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool HasGivenUp => Turn.Task.IsCanceled;
    }

    /// <summary>How waiting ended: written by another, or with others to write, or to be written alone and beside the queue.</summary>
    private readonly record struct Turn(Outcome<RecordedSale>? Outcome, IReadOnlyList<Waiting>? Company);
}
