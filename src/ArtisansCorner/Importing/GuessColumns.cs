using ArtisansCorner.Importing.Formats;
using ArtisansCorner.Importing.Formats.Own;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing;

/// <summary>Proposes which column of an unknown table is which: by what it is called, in seven languages, and by what stands in it.</summary>
internal static class GuessColumns
{
    private const int SameName = 100;
    private const int LikeName = 50;
    private const int ShortestLike = 4;
    private const int Enough = 30;
    private const double Most = 0.8;
    private static readonly ShopZone Anywhere = ShopZone.Of("Europe/London");

    /// <summary>For each field, the column that may be it; −1 where none is likely. No column is proposed twice.</summary>
    /// <param name="fields">What is looked for.</param>
    /// <param name="headings">What the columns are called.</param>
    /// <param name="rows">The first rows.</param>
    /// <param name="isSku">Whether a text is the code of a product of the shop.</param>
    public static int[] Run(IReadOnlyList<MapField> fields, IReadOnlyList<string> headings, IReadOnlyList<string[]> rows, Predicate<string> isSku)
    {
        var found = Enumerable.Repeat(-1, fields.Count).ToArray();
        var cells = headings.Select((_, column) => rows.Where(row => column < row.Length && !string.IsNullOrWhiteSpace(row[column])).Select(row => row[column].Trim()).ToList()).ToList();
        var likely =
            from field in Enumerable.Range(0, fields.Count)
            from column in Enumerable.Range(0, headings.Count)
            where headings[column].Trim().Length > 0
            let score = Score(fields[field], headings[column], cells[column], isSku)
            where score >= Enough
            orderby score descending, field, column
            select (field, column);
        foreach (var (field, column) in likely)
        {
            if (found[field] < 0 && !found.Contains(column)) found[field] = column;
        }

        return found;
    }

    private static int Score(MapField field, string heading, List<string> cells, Predicate<string> isSku)
    {
        var name = NameScore(field, Headings.KeyOf(heading));
        if (cells.Count == 0 || field.Content is CellContent.Text or CellContent.Number) return name;
        var share = (double)cells.Count(cell => Fits(field.Content, cell, isSku)) / cells.Count;
        // A code that the shop does not know may be a new one.
        if (field.Content == CellContent.Sku) return share >= Most ? Math.Max(name, 60) : name;
        return share < Most / 2 ? 0 : share < Most ? name : name + Worth(field.Content);
    }

    private static int NameScore(MapField field, string key)
    {
        var score = 0;
        foreach (var (index, synonym) in field.Synonyms.Append(field.Heading).Index())
        {
            var known = Headings.KeyOf(synonym);
            if (key == known) return SameName - Math.Min(index, SameName / 2);
            if (known.Length >= ShortestLike && key.Contains(known, StringComparison.Ordinal)) score = LikeName;
        }

        return score;
    }

    /// <summary>How much it tells that the cells fit: nearly every table has quantities and amounts, few have several columns of e-mail addresses.</summary>
    private static int Worth(CellContent content) => content switch
    {
        CellContent.Email => 60,
        CellContent.Date => 40,
        CellContent.Unit => 40,
        CellContent.Amount => 15,
        _ => 10,
    };

    private static bool Fits(CellContent content, string cell, Predicate<string> isSku) => content switch
    {
        CellContent.Date => DateText.TryRead(cell, DateOrder.DayFirst, Anywhere, out _) || DateText.TryRead(cell, DateOrder.MonthFirst, Anywhere, out _),
        CellContent.Amount => cell is "-" or "--" || AmountText.TryRead(cell, AmountText.MarkIn(cell) ?? '.', out _),
        CellContent.Quantity => AmountText.TryRead(cell, '.', out var number) && number == decimal.Truncate(number),
        CellContent.Email => Mailbox.AddressIn(cell) is var address && address.IndexOf('@') is > 0 and var at && at < address.Length - 1 && !address.Contains(' '),
        CellContent.Sku => isSku(cell),
        CellContent.Unit => UnitWords.Find(cell) is not null,
        _ => true,
    };
}
