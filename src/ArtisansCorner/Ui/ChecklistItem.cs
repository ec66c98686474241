namespace ArtisansCorner.Ui;

/// <summary>One step of setting something up.</summary>
/// <param name="Title">What to do.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Done">Whether it is.</param>
/// <param name="Note">How it stands now.</param>
public sealed record ChecklistItem(string Title, string Href, bool Done, string? Note = null);
