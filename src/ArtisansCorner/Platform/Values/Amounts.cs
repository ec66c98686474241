namespace ArtisansCorner.Platform.Values;

/// <summary>How large amounts may be, in minor units, however they come in: sums of all that a shop can have stay exact.</summary>
public static class Amounts
{
    /// <summary>No single amount is above this, such as a price, a fee or an expense.</summary>
    public const long Most = 100_000_000_000;

    /// <summary>Nor is what several come to above this: a sale, a delivery, the worth of what moves at once.</summary>
    public const long MostTogether = 1_000_000_000_000_000;
}
