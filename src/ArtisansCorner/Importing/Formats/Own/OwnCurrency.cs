using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>The column of a table of one's own that says in which currency each row is, in English, German, French, Italian, Spanish, Dutch and Portuguese.</summary>
internal static class OwnCurrency
{
    private static readonly string[] Names = ["currency", "currency code", "order currency", "währung", "waehrung", "devise", "monnaie", "valuta", "moneda", "divisa", "munteenheid", "moeda"];

    /// <summary>The column, as a person can map it.</summary>
    public static MapField Field { get; } = new("currency", "Currency of its amounts", CellContent.Text, Names);

    /// <summary>Where it stands in a file; −1 where it is missing.</summary>
    public static int In(Headings headings) => headings.Find(Names);
}
