namespace ArtisansCorner.Importing;

/// <summary>What this installation spends on an import.</summary>
/// <param name="RowsHeld">How many rows that must be put together are held at once; a file of more is read in rounds, each of so many rows or a few more.</param>
public sealed record ImportLimits(int RowsHeld)
{
    /// <summary>As configured under “Limits:ImportRowsHeld”; 25,000 by default.</summary>
    public static ImportLimits Of(IConfiguration configuration) => new(Math.Max(1, configuration.GetValue("Limits:ImportRowsHeld", 25_000)));
}
