namespace ArtisansCorner.Platform.Values;

/// <summary>Cutting texts.</summary>
public static class TextLength
{
    // Enough of what somebody wrote to know it again in a sentence.
    private const int Quoted = 40;

    /// <summary>At most so many UTF-16 units of the text, never half a character: half an emoji can be neither stored nor searched.</summary>
    public static string UpTo(this string text, int most) => text.Length <= most ? text : text.AsSpan().UpTo(most).ToString();

    /// <summary>The same of a text that is part of another.</summary>
    public static ReadOnlySpan<char> UpTo(this ReadOnlySpan<char> text, int most) =>
        text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>A text as it is quoted to people, where there is room for so much: cut with “…” where it is longer.</summary>
    public static string Shown(this string text, int most = Quoted) => text.AsSpan().Shown(most);

    /// <summary>The same of a text that is part of another.</summary>
    public static string Shown(this ReadOnlySpan<char> text, int most) => text.Length <= most ? text.ToString() : $"{text.UpTo(most)}…";
}
