namespace ArtisansCorner.Importing.Reading;

/// <summary>How the text of a table is laid out.</summary>
/// <param name="Separator">What stands between two cells: a comma, a semicolon, a tab or a bar.</param>
/// <param name="HeadingRow">The row with the headings, counted from 1; titles and empty lines may stand above it.</param>
public sealed record TableShape(char Separator, int HeadingRow)
{
    /// <summary>Commas, and the headings in the first row.</summary>
    public static TableShape Plain { get; } = new(',', 1);
}
