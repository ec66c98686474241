namespace ArtisansCorner.Making;

/// <summary>A recipe as lists and the API show it, with what it costs now.</summary>
/// <param name="Id">The recipe.</param>
/// <param name="VariantId">What it makes.</param>
/// <param name="IsMaterial">Whether that is a material.</param>
/// <param name="Sku">Its code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Yield">How many one run makes.</param>
/// <param name="Unit">The unit of the yield; nothing: pieces.</param>
/// <param name="LaborMinutes">The minutes of work in one run.</param>
/// <param name="Notes">What the maker wants to remember.</param>
/// <param name="Lines">What one run uses up.</param>
/// <param name="Cost">What one run costs, in minor units.</param>
/// <param name="EachCost">What one of it costs, in minor units, to four decimals.</param>
/// <param name="Price">What one is sold at, in minor units; nothing for a material.</param>
/// <param name="Margin">(price − cost) ÷ price, to four decimals; nothing without a price.</param>
/// <param name="CanMake">How many can be made of what is there.</param>
/// <param name="IsKit">Whether sales put it together by themselves.</param>
/// <param name="IsPutAway">Whether it was put away.</param>
/// <param name="Version">Counts its changes.</param>
/// <param name="SavedAt">When this version was saved.</param>
public sealed record RecipeItem(
    Guid Id, Guid VariantId, bool IsMaterial, string Sku, string Name, decimal Yield, string? Unit, int LaborMinutes, string? Notes, IReadOnlyList<RecipeLineItem> Lines,
    RunCost Cost, decimal EachCost, long? Price, decimal? Margin, decimal CanMake, bool IsKit, bool IsPutAway, int Version, DateTimeOffset SavedAt);

/// <summary>What one run of a recipe uses up, with what it costs.</summary>
/// <param name="VariantId">The variant or material.</param>
/// <param name="IsMaterial">Whether it is a material.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Quantity">How much, in the unit it was written in.</param>
/// <param name="Unit">That unit; nothing: pieces.</param>
/// <param name="Cost">What it costs, in minor units.</param>
/// <param name="Source">Where the cost comes from.</param>
/// <param name="OnHand">How much there is, in the same unit.</param>
public sealed record RecipeLineItem(Guid VariantId, bool IsMaterial, string Name, decimal Quantity, string? Unit, long Cost, CostSource Source, decimal OnHand);

/// <summary>A version of a recipe as its history shows it.</summary>
/// <param name="Number">Counts from one.</param>
/// <param name="SavedAt">When it was saved.</param>
/// <param name="SavedBy">Who saved it.</param>
/// <param name="Yield">How many one run made.</param>
/// <param name="LaborMinutes">The minutes of work.</param>
/// <param name="Lines">What one run used up: “500 ml Olive oil”.</param>
public sealed record RecipeVersionItem(int Number, DateTimeOffset SavedAt, Guid? SavedBy, decimal Yield, int LaborMinutes, IReadOnlyList<string> Lines);
