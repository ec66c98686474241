namespace ArtisansCorner.Platform.Tenancy;

/// <summary>The one shop that this request, job or event is inside, and who acts in it; entered once, before any query.</summary>
public sealed class CurrentShop
{
    private ShopFacts? facts;

    /// <summary>Whether a shop was entered.</summary>
    public bool IsEntered => facts is not null;

    /// <summary>The shop's id, or the empty id outside of any shop: no row belongs to that.</summary>
    public Guid Id => facts?.Id ?? Guid.Empty;

    /// <summary>The shop; throws outside of any.</summary>
    public ShopFacts Facts => facts ?? throw new InvalidOperationException("No shop was entered.");

    /// <summary>Who acts in it.</summary>
    public Actor Actor { get; private set; }

    /// <summary>Enters a shop; a second, different one throws.</summary>
    public void Enter(ShopFacts shop, Actor actor)
    {
        if (facts is not null && facts.Id != shop.Id) throw new InvalidOperationException("Another shop was entered already.");
        facts = shop;
        Actor = actor;
    }
}
