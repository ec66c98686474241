using ArtisansCorner.Platform.Jobs;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace ArtisansCorner.Shops;

/// <summary>Shops and who may do what in them. Knows Accounts; every module to its right works inside the shop that it enters.</summary>
public static class ShopsModule
{
    private const string Either = "cookie-or-token";

    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddShops(this IServiceCollection services)
    {
        services.AddScoped<CurrentShop>();
        services.AddSingleton<ShopScopes>();
        services.AddScoped<ShopDirectory>();
        services.AddScoped<IShopFactsSource>(provider => provider.GetRequiredService<ShopDirectory>());
        services.AddScoped<OpenShop>();
        services.AddScoped<ChangeShop>();
        services.AddScoped<Register>();
        services.AddToShopMenu(new ShopMenuEntry(90, "Settings", "settings", "settings", 'w', Permission.ManageShop));
        services.AddScoped<IssueToken>();
        services.AddSingleton<StillSignedIn>();
        services.AddScoped<SaveView>();
        services.AddScoped<ViewQuery>();
        services.AddScoped<UndoSteps>();
        services.AddJob<ForgetUndoStepsJob>();
        services.AddJob<ForgetTokensJob>();
        services.AddAuthentication(Either)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = http =>
                http.Request.Headers.ContainsKey("Authorization") ? TokenAuthentication.Name : IdentityConstants.ApplicationScheme);
        return services;
    }
}
