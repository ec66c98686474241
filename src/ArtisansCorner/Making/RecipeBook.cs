using ArtisansCorner.Catalog;

namespace ArtisansCorner.Making;

/// <summary>Where the cost of a part comes from.</summary>
public enum CostSource
{
    /// <summary>The moving weighted average of what lies on the shelf.</summary>
    Stock,

    /// <summary>Its own recipe.</summary>
    Recipe,

    /// <summary>What was paid the last time.</summary>
    LastPaid,

    /// <summary>Nothing is known yet, and it counts as nothing.</summary>
    Unknown,
}

/// <summary>A part of a recipe with what it costs.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Quantity">How many pieces or grains.</param>
/// <param name="Unit">The unit it was written in.</param>
/// <param name="Cost">What it costs, in minor units, rounded half up.</param>
/// <param name="Source">Where that comes from.</param>
/// <param name="OnHand">How many pieces or grains there are.</param>
public sealed record CostedPart(MeasuredItem Item, long Quantity, string? Unit, long Cost, CostSource Source, long OnHand);

/// <summary>What one run of a recipe costs, in minor units: materials + minutes × hourly rates.</summary>
/// <param name="Materials">What is used up.</param>
/// <param name="Labor">The work.</param>
/// <param name="Overhead">Rent, power and the like.</param>
public sealed record RunCost(long Materials, long Labor, long Overhead)
{
    /// <summary>All of it.</summary>
    public long Total => Materials + Labor + Overhead;
}

/// <summary>All recipes of a shop with what things cost now, held in memory to work costs out through recipes that use what other recipes make.</summary>
/// <param name="versions">The version of each recipe that holds, by what it makes.</param>
/// <param name="lines">Their lines, by version.</param>
/// <param name="items">Everything that they name.</param>
/// <param name="levels">How many pieces or grains there are of each, and what they had cost.</param>
/// <param name="lastPaid">What came last of each that has no value on the shelf: how many, and what they cost.</param>
/// <param name="rates">What an hour costs.</param>
public sealed class RecipeBook(
    IReadOnlyDictionary<Guid, RecipeVersion> versions, ILookup<Guid, CurrentLine> lines, IReadOnlyDictionary<Guid, MeasuredItem> items,
    IReadOnlyDictionary<Guid, (long OnHand, long Value)> levels, IReadOnlyDictionary<Guid, (long Quantity, long Value)> lastPaid, MakingRates rates)
{
    private readonly Dictionary<Guid, (decimal Each, CostSource Source)> known = [];

    /// <summary>What these parts of a version cost, in the order of its lines.</summary>
    public IReadOnlyList<CostedPart> PartsOf(RecipeVersion version) =>
        [.. lines[version.Id].OrderBy(line => line.Place).Select(line => PartOf(line))];

    /// <summary>What one run costs.</summary>
    public RunCost CostOf(RecipeVersion version) =>
        new(PartsOf(version).Sum(part => part.Cost), MakingRates.Of(version.LaborMinutes, rates.LaborPerHour), MakingRates.Of(version.LaborMinutes, rates.OverheadPerHour));

    /// <summary>How many pieces or grains can be made of what is there: as many whole runs' share as the scarcest part allows.</summary>
    public long CanMake(RecipeVersion version)
    {
        // The same part may stand in two lines.
        var scarcest = lines[version.Id].GroupBy(line => line.Uses).Select(part => (Int128)Math.Max(0, levels.GetValueOrDefault(part.Key).OnHand) * version.Yield / part.Sum(line => line.Quantity)).Min();
        return (long)Int128.Min(scarcest, long.MaxValue);
    }

    private CostedPart PartOf(CurrentLine line)
    {
        var (each, source) = EachOf(line.Uses);
        return new CostedPart(items[line.Uses], line.Quantity, line.Unit, (long)decimal.Round(each * line.Quantity, MidpointRounding.AwayFromZero), source, levels.GetValueOrDefault(line.Uses).OnHand);
    }

    // Minor units for one piece or grain.
    private (decimal Each, CostSource Source) EachOf(Guid variant)
    {
        if (known.TryGetValue(variant, out var cost)) return cost;
        return known[variant] = levels.GetValueOrDefault(variant) is { OnHand: > 0, Value: > 0 } level ? ((decimal)level.Value / level.OnHand, CostSource.Stock)
            : versions.TryGetValue(variant, out var recipe) ? ((decimal)CostOf(recipe).Total / recipe.Yield, CostSource.Recipe)
            : lastPaid.TryGetValue(variant, out var paid) ? ((decimal)paid.Value / paid.Quantity, CostSource.LastPaid)
            : (0, CostSource.Unknown);
    }
}
