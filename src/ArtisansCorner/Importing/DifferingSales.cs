namespace ArtisansCorner.Importing;

/// <summary>Sales that are in the shop with another sum than a file says; they stay as they are.</summary>
/// <param name="Count">How many.</param>
/// <param name="First">The first of them.</param>
public sealed record DifferingSales(long Count, IReadOnlyList<DifferingSale> First)
{
    /// <summary>None.</summary>
    public static DifferingSales None { get; } = new(0, []);
}

/// <summary>A sale that is in the shop with another sum than a file says. Amounts are of the goods less discounts, in minor units.</summary>
/// <param name="Number">The number of the sale.</param>
/// <param name="Day">Its business day, as the file says.</param>
/// <param name="InFile">What the file says.</param>
/// <param name="Here">What it is in the shop.</param>
public sealed record DifferingSale(string Number, DateOnly Day, long InFile, long Here);
