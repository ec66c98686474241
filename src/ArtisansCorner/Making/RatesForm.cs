using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Making;

/// <summary>What an hour costs, as it is being typed.</summary>
public sealed class RatesForm
{
    /// <summary>The work of an hour.</summary>
    public string? Labor { get; set; }

    /// <summary>Rent, power and the like for an hour.</summary>
    public string? Overhead { get; set; }

    /// <summary>“on” where work is part of what pieces are worth on the shelf.</summary>
    public string? LaborIsValued { get; set; }

    /// <summary>The form of the rates as they are.</summary>
    public static RatesForm For(MakingRates rates, ShopFacts shop) => new()
    {
        Labor = shop.Currency.ToField(rates.LaborPerHour), Overhead = shop.Currency.ToField(rates.OverheadPerHour), LaborIsValued = rates.LaborIsValued ? "on" : null,
    };

    /// <summary>The rates that it says, and what in it cannot be read.</summary>
    public (NewRates Rates, List<Problem> Problems) Read(ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        return (new NewRates(reader.Money(Labor, nameof(NewRates.LaborPerHour)) ?? 0, reader.Money(Overhead, nameof(NewRates.OverheadPerHour)) ?? 0, LaborIsValued == "on"), reader.Problems);
    }
}
