using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;

namespace ArtisansCorner.Sales;

/// <summary>
/// Writes many checked facts at once, the engine's fast way, inside the transaction that is open, and takes the days down
/// on which figures changed. Stock is the caller's matter: what a file tells of the past seldom moves it.
/// </summary>
public sealed class RecordManySales(AppDb db, Outbox outbox)
{
    /// <summary>Writes them; a duplicate throws what <see cref="IEngine.IsDuplicate"/> knows, and nothing of them stands.</summary>
    public async Task WriteAsync(ManySales facts, CancellationToken cancel)
    {
        await db.Engine.InsertAsync(db, facts.Sales, cancel);
        await db.Engine.InsertAsync(db, facts.Lines, cancel);
        await db.Engine.InsertAsync(db, facts.Refunds, cancel);
        await db.Engine.InsertAsync(db, facts.RefundLines, cancel);
        await db.Engine.InsertAsync(db, facts.Fees, cancel);
    }

    /// <summary>Lets everyone know, once this transaction is committed, that figures of these days changed.</summary>
    public void Tell(IReadOnlyCollection<DateOnly> days)
    {
        if (days.Count > 0) outbox.Add(new SalesChanged([.. days.Order()]));
    }
}

/// <summary>Facts to be written together.</summary>
public sealed class ManySales
{
    /// <summary>Sales.</summary>
    public List<Sale> Sales { get; } = [];

    /// <summary>Their lines.</summary>
    public List<SaleLine> Lines { get; } = [];

    /// <summary>Refunds.</summary>
    public List<Refund> Refunds { get; } = [];

    /// <summary>Their lines.</summary>
    public List<RefundLine> RefundLines { get; } = [];

    /// <summary>Fees.</summary>
    public List<Fee> Fees { get; } = [];

    /// <summary>Empties the lists, to be filled again.</summary>
    public void Clear()
    {
        Sales.Clear();
        Lines.Clear();
        Refunds.Clear();
        RefundLines.Clear();
        Fees.Clear();
    }
}
