namespace ArtisansCorner.Importing.Formats.Accounts;

/// <summary>Tells rows apart that a platform does not number and that may rightly say the same: by what they say, and by how often it was said before.</summary>
internal sealed class Occurrences
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>The number of a row that says this, cut where it is long.</summary>
    public string NumberOf(string said)
    {
        if (said.Length > CellCheck.LongestNumber - 10) said = said[..(CellCheck.LongestNumber - 10)];
        var times = counts[said] = counts.GetValueOrDefault(said) + 1;
        return times == 1 ? said : $"{said} #{times}";
    }
}
