using System.Globalization;
using ArtisansCorner.Inventory;

namespace ArtisansCorner.Sales.Consigning;

/// <summary>A gallery's share.</summary>
public static class GalleryShare
{
    /// <summary>What a gallery keeps of an amount: amount × share ÷ 100, to the nearest minor unit, half away from zero; so what comes back gives back what was kept.</summary>
    /// <param name="amount">In minor units; below zero for what came back.</param>
    /// <param name="percent">Its share in percent.</param>
    public static long Of(long amount, decimal percent) => (long)decimal.Round(amount * percent / 100, MidpointRounding.AwayFromZero);
}

/// <summary>What a gallery keeps, day by day.</summary>
/// <param name="now">What it keeps now, in percent.</param>
/// <param name="former">What it kept before.</param>
public sealed class GalleryTerms(decimal now, IReadOnlyList<FormerTerms> former)
{
    /// <summary>A share in words, such as “37.5 %”.</summary>
    public static string Words(decimal share) => share.ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>What it keeps of what is sold on a day, in percent.</summary>
    public decimal On(DateOnly day) => former.Where(terms => terms.Until >= day).MinBy(terms => terms.Until) is { } then ? then.Share / 100m : now;
}
