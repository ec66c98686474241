using ArtisansCorner.Catalog;

namespace ArtisansCorner.Importing.Draft;

/// <summary>A material of a file, before it is written.</summary>
internal sealed class DraftMaterial : DraftFact
{
    /// <inheritdoc />
    public override InRounds Rounds => InRounds.BeforeSales;

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Its code, where the file gives one.</summary>
    public string? Code { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public string? Category { get; set; }

    /// <summary>How it is measured.</summary>
    public required UnitConversion Units { get; init; }

    /// <summary>At or under how many grains it is low.</summary>
    public long? Threshold { get; set; }

    /// <summary>How many grains there are, where the file counts them.</summary>
    public long? OnHand { get; init; }

    /// <summary>What they cost, in minor units.</summary>
    public long? Cost { get; init; }

    /// <summary>Its row in the database, once that is known or made.</summary>
    public Guid? VariantId { get; set; }

    /// <summary>Whether it is here and says less than the file.</summary>
    public bool Completes { get; set; }

    /// <summary>Whether it was never counted, so that the file's number may be taken over.</summary>
    public bool IsUncounted { get; set; } = true;
}
