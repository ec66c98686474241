namespace ArtisansCorner.Shops;

/// <summary>One entry of a shop's menu, which a module registers.</summary>
/// <param name="Order">Where it stands; smaller is earlier.</param>
/// <param name="Title">What it says.</param>
/// <param name="Path">Where it leads, under the shop; empty for the first screen.</param>
/// <param name="Icon">The name of its icon.</param>
/// <param name="Key">The letter that goes there after “g”.</param>
/// <param name="Needs">What a member must be allowed to, to see it; nothing: everyone sees it.</param>
public sealed record ShopMenuEntry(int Order, string Title, string Path, string Icon, char Key, Permission? Needs = null);

/// <summary>How modules put themselves into the menu.</summary>
public static class ShopMenu
{
    /// <summary>Adds an entry to every shop's menu.</summary>
    public static IServiceCollection AddToShopMenu(this IServiceCollection services, ShopMenuEntry entry) => services.AddSingleton(entry);
}
