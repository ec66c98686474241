namespace ArtisansCorner.Ui;

/// <summary>One of several views of which one is shown.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Href">Its address.</param>
/// <param name="Current">Whether it is the one shown.</param>
public sealed record Choice(string Label, string Href, bool Current = false);
