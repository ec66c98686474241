namespace ArtisansCorner.Importing.Formats;

/// <summary>Reads cells that hold an e-mail address as mail programs write it: “Ana &lt;ana@example.com&gt;”.</summary>
internal static class Mailbox
{
    /// <summary>The address; the cell itself where there is none between angle brackets.</summary>
    public static ReadOnlySpan<char> AddressIn(ReadOnlySpan<char> cell) => Opening(cell) is >= 0 and var at ? cell[(at + 1)..^1].Trim() : cell;

    /// <summary>Whose it is, where that stands before it; empty where it does not.</summary>
    public static ReadOnlySpan<char> NameIn(ReadOnlySpan<char> cell) => Opening(cell) is > 0 and var at ? cell[..at].Trim(" \t\"'") : default;

    private static int Opening(ReadOnlySpan<char> cell) => cell is [.., '>'] && cell.LastIndexOf('<') is >= 0 and var at && cell[at..].Contains('@') ? at : -1;
}
