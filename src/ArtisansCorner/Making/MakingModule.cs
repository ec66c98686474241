using ArtisansCorner.Inventory;
using ArtisansCorner.Shops;

namespace ArtisansCorner.Making;

/// <summary>How things are made: materials, recipes with what they cost, batches. Knows Catalog and Inventory.</summary>
public static class MakingModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddMaking(this IServiceCollection services)
    {
        services.AddScoped<CreateMaterial>();
        services.AddScoped<ChangeMaterial>();
        services.AddScoped<MaterialQuery>();
        services.AddScoped<RecipeParts>();
        services.AddScoped<SaveRecipe>();
        services.AddScoped<RecipeQuery>();
        services.AddScoped<WriteBatch>();
        services.AddScoped<MakeBatch>();
        services.AddScoped<PutTogether>();
        services.AddScoped<TakeBatchBack>();
        services.AddScoped<BatchQuery>();
        services.AddScoped<SetRates>();
        services.AddScoped<IKitsPossible, KitsPossible>();
        services.AddToShopMenu(new ShopMenuEntry(35, "Making", "making", "making", 'k'));
        return services;
    }
}
