using System.Collections.Frozen;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats;

/// <summary>
/// Keeps out of a table that a person keeps by hand what stands in it and is no row of it: its headings once more, a total, and a table of
/// something else below, whose cells would be read under the wrong headings.
/// </summary>
internal sealed class TablesBelow
{
    private static readonly FrozenSet<string> Totals = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "total", "totals", "subtotal", "sub-total", "sub total", "grand total", "sum", "summe", "gesamt", "gesamtsumme", "zwischensumme", "sous-total", "totaux", "somme", "totale", "subtotale",
        "somma", "totales", "suma", "totaal", "subtotaal", "totais", "soma");

    // All that columns of tables of a maker are called.
    private static readonly Lazy<FrozenSet<string>> Names = new(() =>
        RecognizeFormat.Mappable.SelectMany(format => format.Fields).SelectMany(field => field.Synonyms.Append(field.Heading)).Select(Headings.KeyOf).ToFrozenSet());

    private readonly IMappable format;
    private readonly ImportDraft draft;
    private readonly Action<CsvRows> take;
    private readonly List<string> own;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> totals = Totals.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly (int Title, int Sku) columns;
    private readonly int[] numbers;
    private bool isBelow;

    private TablesBelow(IMappable format, Headings headings, ImportDraft draft, Action<CsvRows> take)
    {
        (this.format, this.draft, this.take) = (format, draft, take);
        own = [.. headings.Names.Select(Headings.KeyOf)];
        columns = (Column("title", "name"), Column("sku"));
        numbers = [.. format.DateColumns(headings), .. format.AmountColumns(headings)];

        int Column(params string[] fields) => format.Fields.FirstOrDefault(field => fields.Contains(field.Heading)) is { } field ? headings.Find([field.Heading, .. field.Synonyms]) : -1;
    }

    /// <summary>What reads the rows of a table, without those that are none.</summary>
    public static Action<CsvRows> KeptOut(IMappable format, Headings headings, ImportDraft draft, Action<CsvRows> take) => new TablesBelow(format, headings, draft, take).Read;

    private void Read(CsvRows row)
    {
        if (Reason(row) is not { } reason) take(row);
        // Rows that are read in rounds are told in the first.
        else if ((format.Rounds == InRounds.BeforeSales ? draft.RoundBeforeSales : draft.Round).At == 0) draft.Rejections.Add(new Rejection(row.Number, reason));
    }

    private string? Reason(CsvRows row)
    {
        if (IsHeadings(row, out var areOwn))
        {
            isBelow = !areOwn;
            return areOwn ? Reasons.HeadingsAgain : Reasons.OtherTable;
        }

        if (isBelow) return Reasons.OtherTable;
        return row[columns.Sku].IsEmpty && totals.Contains(row[columns.Title].TrimEnd(':').Trim()) ? Reasons.Total : null;
    }

    private bool IsHeadings(CsvRows row, out bool areOwn)
    {
        areOwn = true;
        // Nearly all rows have a day or an amount.
        foreach (var column in numbers)
        {
            if (row[column].ContainsAnyInRange('0', '9')) return false;
        }

        var named = 0;
        for (var i = 0; i < row.Count; i++)
        {
            var cell = row[i];
            if (cell.IsEmpty) continue;
            var key = Headings.KeyOf(cell.ToString());
            var isOwn = i < own.Count && own[i] == key;
            if (!isOwn && !Names.Value.Contains(key)) return false;
            named++;
            areOwn &= isOwn;
        }

        return named > 1;
    }
}
