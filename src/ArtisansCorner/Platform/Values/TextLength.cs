namespace ArtisansCorner.Platform.Values;

/// <summary>Cutting texts.</summary>
public static class TextLength
{
    /// <summary>At most so many UTF-16 units of the text, never half a character: half an emoji can be neither stored nor searched.</summary>
    public static string UpTo(this string text, int most) =>
        text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
