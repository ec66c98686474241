namespace ArtisansCorner.BrowserTests.Harness;

/// <summary>What a person holds or sits at.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Width">How wide its window is, in CSS pixels.</param>
/// <param name="Height">How high.</param>
/// <param name="Touch">Whether it is used by finger.</param>
public sealed record Device(string Name, int Width, int Height, bool Touch)
{
    /// <summary>A phone in the hand.</summary>
    public static Device Phone { get; } = new("phone", 390, 844, true);

    /// <summary>A desk with a large screen.</summary>
    public static Device Desk { get; } = new("desk", 1440, 900, false);

    /// <inheritdoc />
    public override string ToString() => Name;
}
