namespace ArtisansCorner.Importing.Reading;

/// <summary>What spreadsheets show where a formula failed, in the words of whichever language.</summary>
internal static class SheetErrors
{
    private const int Longest = 14;

    /// <summary>Whether a text is such: “#N/A”, “#REF!”, “#¿NOMBRE?”.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text is not ['#', _, _, ..] || text.Length > Longest) return false;
        if (text is "#N/A" or "#N/D" or "#NV" or "#N/B" or "#N/DISP") return true;
        if (text[^1] is not ('!' or '?')) return false;
        foreach (var letter in text[1..^1])
        {
            if (!char.IsUpper(letter) && letter is not ('/' or '0' or '¡' or '¿')) return false;
        }

        return true;
    }
}
