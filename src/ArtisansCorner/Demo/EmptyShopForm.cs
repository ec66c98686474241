namespace ArtisansCorner.Demo;

/// <summary>What is typed to empty a shop.</summary>
public sealed class EmptyShopForm
{
    /// <summary>The shop's name, typed again.</summary>
    public string? Name { get; set; }
}
