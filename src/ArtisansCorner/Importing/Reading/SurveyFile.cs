using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Reading;

/// <summary>
/// Reads a whole file once without keeping anything: counts its rows, and learns its habits where one row alone
/// could be read in two ways. Finds here what makes a file unreadable, before anything is planned.
/// </summary>
public static class SurveyFile
{
    /// <summary>The habits, or why the file cannot be read to its end. Advances <paramref name="rows"/> to the end.</summary>
    public static Outcome<FileHabits> Run(CsvRows rows, IReadOnlyList<int> dateColumns, IReadOnlyList<int> amountColumns, ShopFacts shop, bool isSheet, Action<CsvRows> also, CancellationToken cancel)
    {
        int count = 0, points = 0, commas = 0, lastCells = 0;
        var dates = new DateEvidence();
        Dictionary<string, int> signs = [];
        while (rows.Read())
        {
            if (++count % 10_000 == 0) cancel.ThrowIfCancellationRequested();
            lastCells = rows.Count;
            also(rows);
            foreach (var column in dateColumns) dates.Hear(rows[column]);
            foreach (var column in amountColumns)
            {
                var mark = AmountText.MarkIn(rows[column]);
                if (mark == '.') points++;
                else if (mark == ',') commas++;
                if (AmountText.CurrencyIn(rows[column], shop.Currency) is { } code) signs[code] = signs.GetValueOrDefault(code) + 1;
            }
        }

        if (rows.Problem is { } problem) return problem;
        if (count == 0) return new Problem("no_rows", "This file has headings but no rows below them.");
        if (lastCells < rows.Headings.Names.Count && !rows.EndsWithLineBreak)
            return new Problem("cut_off", $"This file ends in the middle of row {rows.OwnNumber:N0}: it looks cut off. Download it again and bring the whole file.");
        var (order, isSure) = dates.In(shop.Country);
        var decimalMark = commas > points || (commas == points && !isSheet && CountryHabits.DecimalMark(shop.Country) == ',') ? ',' : '.';
        return new FileHabits(count, order, isSure, dates.IsTwoWays, decimalMark, InHeadings(rows.Headings, amountColumns, shop) ?? Usual(signs));
    }

    private static string? InHeadings(Headings headings, IReadOnlyList<int> amountColumns, ShopFacts shop) =>
        amountColumns.Where(column => column >= 0).Select(column => AmountSigns.OtherInHeading(headings.Names[column], shop.Currency)).FirstOrDefault(code => code is not null);

    /// <summary>One amount alone may be a slip; the sign of several is how the file counts.</summary>
    private static string? Usual(Dictionary<string, int> signs) =>
        signs.Where(sign => sign.Value > 1 && AmountSigns.IsCode(sign.Key)).OrderByDescending(sign => sign.Value).FirstOrDefault().Key;
}
