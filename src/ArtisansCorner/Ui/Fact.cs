namespace ArtisansCorner.Ui;

/// <summary>A small figure with its name.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what, in small words.</param>
public sealed record Fact(string Name, string Value, string? Unit = null);
