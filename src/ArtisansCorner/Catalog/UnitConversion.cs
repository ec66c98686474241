using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Catalog;

/// <summary>How much of its unit of use one unit of purchase of a material is.</summary>
public sealed record UnitConversion
{
    private UnitConversion(Unit purchase, Unit use, long grains) => (Purchase, Use, Grains) = (purchase, use, grains);

    /// <summary>The unit it is bought in.</summary>
    public Unit Purchase { get; }

    /// <summary>The unit it is used in.</summary>
    public Unit Use { get; }

    /// <summary>The grains of use in one unit of purchase; at least one.</summary>
    public long Grains { get; }

    /// <summary>The conversion: known inside one dimension (but for pieces, of which a pack may hold any number), else what the maker says one unit of purchase holds.</summary>
    /// <param name="purchase">The unit it is bought in.</param>
    /// <param name="use">The unit it is used in.</param>
    /// <param name="holds">How many units of use one unit of purchase holds, such as the 750 of “1 bottle = 750 ml”.</param>
    /// <param name="field">The field a refusal is about.</param>
    public static Outcome<UnitConversion> Of(Unit purchase, Unit use, decimal? holds = null, string? field = null)
    {
        var known = purchase == use || (purchase.Measure == use.Measure && use.Measure != Measure.Count);
        if (holds is not { } given)
        {
            return known ? new UnitConversion(purchase, use, purchase.Grains)
                : new Problem("no_conversion", $"Say how many {use.Code} one {purchase.Code} holds.", field);
        }

        var amount = use.Amount(given, field);
        return !amount.Succeeded ? amount.Problems.ToList()
            : amount.Value == 0 ? new Problem("empty_conversion", $"One {purchase.Code} must hold more than 0 {use.Code}.", field)
            : known && amount.Value != purchase.Grains ? new Problem("other_conversion", $"How many {use.Code} one {purchase.Code} is, is known; leave it empty.", field)
            : new UnitConversion(purchase, use, amount.Value);
    }

    /// <summary>So many units of purchase in grains of use; refused as an amount is.</summary>
    public Outcome<long> Amount(decimal purchased, string? field = null) => Unit.Times(purchased, Grains, Purchase.Code, field);
}
