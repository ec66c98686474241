using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Database;

/// <summary>How a row is written.</summary>
public enum RowWrite
{
    /// <summary>It is new.</summary>
    Insert,

    /// <summary>The row of its key becomes as it is, whole.</summary>
    Update,

    /// <summary>It is new, or its numbers are added to those of the row of its key.</summary>
    Count,
}

/// <summary>A row that goes to the database past the change tracker.</summary>
/// <param name="Row">The row.</param>
/// <param name="How">How it is written.</param>
/// <param name="Only">Of a change the columns that it is about; nothing: all.</param>
public readonly record struct RowToWrite(object Row, RowWrite How, string[]? Only = null)
{
    /// <summary>Throws unless this was one row of its table: one that is not there was taken out by another.</summary>
    internal void Check(int written)
    {
        if (written != 1) throw new DbUpdateConcurrencyException($"A {Row.GetType().Name} that was to be changed is not there.");
    }
}

/// <summary>
/// Rows of the transaction that is open which the commit writes after all that is tracked, in the order in which they were named, in one trip
/// to the database. For verbs that run all day long and know what they change: finding that out again is most of what saving tracked rows costs.
/// </summary>
/// <param name="db">The database.</param>
public sealed class RowsToWrite(AppDb db)
{
    private List<RowToWrite> rows = [];

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => rows.Count == 0;

    /// <summary>Writes a new row with the commit.</summary>
    public void Insert(object row) => Add(row, RowWrite.Insert);

    /// <summary>Writes the row of its key with the commit: whole, when nobody else changes it meanwhile, or only these columns, named by a list that stays the same.</summary>
    public void Update(object row, string[]? only = null) => Add(row, RowWrite.Update, only);

    /// <summary>Adds the numbers of this row to those of the row of its key with the commit, or makes it.</summary>
    public void Count(object row) => Add(row, RowWrite.Count);

    /// <summary>Writes those that wait now, for who reads them again in this transaction.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        if (IsEmpty) return;
        var some = rows;
        rows = [];
        Trips.Count();
        await db.Engine.WriteAsync(db, some, cancel);
    }

    /// <summary>Forgets those that wait: their transaction is over.</summary>
    internal void Clear() => rows.Clear();

    private void Add(object row, RowWrite how, string[]? only = null)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException($"A {row.GetType().Name} is written inside a transaction.");
        rows.Add(new RowToWrite(row, how, only));
    }
}
