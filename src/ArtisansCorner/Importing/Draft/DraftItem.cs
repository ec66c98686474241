using ArtisansCorner.Catalog;

namespace ArtisansCorner.Importing.Draft;

/// <summary>A product of a file of products, with its variants, before it is written.</summary>
internal sealed class DraftItem : DraftFact
{
    /// <summary>What it is called.</summary>
    public required string Name { get; set; }

    /// <summary>What kind of thing it is.</summary>
    public string? Category { get; set; }

    /// <summary>The words it is found under.</summary>
    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>What is said of it to buyers.</summary>
    public string? Description { get; set; }

    /// <summary>Whose work it is, by name.</summary>
    public string? Maker { get; set; }

    /// <summary>That maker, where the shop has exactly one of this name.</summary>
    public Guid? MakerId { get; set; }

    /// <summary>How it is offered, where the file says so.</summary>
    public ProductStatus? Status { get; set; }

    /// <summary>Its choices, at least one.</summary>
    public List<DraftVariant> Variants { get; } = [];

    /// <inheritdoc />
    public override InRounds Rounds => InRounds.BeforeSales;

    /// <summary>Whether a product that is here says less than the file.</summary>
    public bool Completes { get; set; }
}

/// <summary>One choice of a product of a file. Amounts are minor units.</summary>
internal sealed class DraftVariant
{
    /// <summary>What sets it apart; empty for a product with no options.</summary>
    public string Title { get; set; } = "";

    /// <summary>Its code, where the file gives one.</summary>
    public string? Sku { get; set; }

    /// <summary>What the scanner reads.</summary>
    public string? Barcode { get; set; }

    /// <summary>The price of one.</summary>
    public long? Price { get; set; }

    /// <summary>At or under how many it is low.</summary>
    public long? Threshold { get; set; }

    /// <summary>How many there are, where the file counts them.</summary>
    public long? Quantity { get; init; }

    /// <summary>What one cost.</summary>
    public long? UnitCost { get; init; }

    /// <summary>Its row in the database, once that is known or made.</summary>
    public Guid? VariantId { get; set; }

    /// <summary>The product that row belongs to.</summary>
    public Guid? ProductId { get; set; }

    /// <summary>Whether its pieces were never counted, so that the file's number may be taken over.</summary>
    public bool IsUncounted { get; set; } = true;

    /// <summary>The price it has here.</summary>
    public long? PriceHere { get; set; }
}
