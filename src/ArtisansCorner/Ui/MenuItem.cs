namespace ArtisansCorner.Ui;

/// <summary>One entry of a shop's menu.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Icon">The name of its icon.</param>
/// <param name="Key">The letter that goes there after “g”, or nothing.</param>
/// <param name="Last">Whether it stands at the end of the rail.</param>
public sealed record MenuItem(string Title, string Href, string Icon, char? Key = null, bool Last = false);
