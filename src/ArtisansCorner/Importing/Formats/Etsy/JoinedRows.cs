using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Payouts;

namespace ArtisansCorner.Importing.Formats.Etsy;

/// <summary>
/// Adds the rows of a file that is put together with others to the draft: each once, and none of an order of which another row is wrong,
/// for half an order would be a wrong figure.
/// </summary>
internal sealed class JoinedRows(ImportDraft draft, RowSource source, Func<CsvRows, Understood> understand)
{
    private readonly HashSet<string> spoiled = new(StringComparer.Ordinal);

    /// <summary>What reads the rows of a file, one after the other.</summary>
    public static Action<CsvRows> Open(ImportDraft draft, RowSource source, Func<CsvRows, Understood> understand)
    {
        var rows = new JoinedRows(draft, source, understand);
        draft.AtEnd.Add(rows.End);
        return rows.Read;
    }

    private void Read(CsvRows row)
    {
        var understood = understand(row);
        if (understood.IsOfAnotherRound) return;
        if (row.HasMoreCellsThanHeadings) understood = Understood.As(new Rejection(row.Number, Reasons.TooManyCells), understood.Row?.Key ?? understood.Spoils);
        if (understood.Row is { } made)
        {
            // Exports of two months overlap, and put together they say some rows twice.
            if (!draft.Add(made)) draft.Rejections.Add(new Rejection(row.Number, Reasons.RowTwice));
            return;
        }

        draft.Rejections.Add(understood.Rejection);
        if (understood.Spoils is { Length: > 0 } key) spoiled.Add(key);
    }

    private void End()
    {
        if (spoiled.Count == 0) return;
        foreach (var row in draft.Remove<DraftRow>(row => row.Source == source && spoiled.Contains(row.Key))) draft.Rejections.Add(new Rejection(row, Reasons.OrderSpoiled));
    }
}

/// <summary>What became of a row: a row of the draft, or a rejection that may spoil its order.</summary>
/// <param name="Row">The row.</param>
/// <param name="Rejection">Why it does not go in, where it does not.</param>
/// <param name="Spoils">The order that is left out with it.</param>
internal readonly record struct Understood(DraftRow? Row, Rejection Rejection = default, string? Spoils = null)
{
    /// <summary>A row that another round holds.</summary>
    public static readonly Understood OfAnotherRound = new(null) { IsOfAnotherRound = true };

    /// <summary>Whether another round holds it.</summary>
    public bool IsOfAnotherRound { get; private init; }

    /// <summary>A row that does not go in.</summary>
    public static Understood As(Rejection rejection, string? spoils = null) => new(null, rejection, spoils);
}
