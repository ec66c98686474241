namespace ArtisansCorner.Importing.Formats;

/// <summary>The rows of an upload that stand for one thing each, over all of its tables: exports overlap, and the same row again is the same thing.</summary>
internal sealed class RowsSeen
{
    private readonly HashSet<(int Channel, string Said)> seen = [];

    /// <summary>Whether no table has said this of the channel before.</summary>
    public bool Add(int channel, string said) => seen.Add((channel, said));
}
