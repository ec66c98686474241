using System.Globalization;
using System.Threading.RateLimiting;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Jobs;
using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ArtisansCorner.Accounts;

/// <summary>People: accounts, signing in, sessions. Knows Platform and Ui; tells nobody anything.</summary>
public static class AccountsModule
{
    /// <summary>The limit on how often one address may try to sign in or register.</summary>
    public const string SignInLimit = "sign-in";

    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureOptions<SessionCookie>();
        services.AddSingleton<SessionStore>();
        services.AddIdentityCore<User>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                // Long beats complicated (NIST SP 800-63B): letters of any kind, at least ten.
                options.Password = new PasswordOptions
                {
                    RequiredLength = 10, RequiredUniqueChars = 4, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
                };
                options.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<UserOnlyStore<User, AppDb, Guid>>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        // The person is read anew now and then; the session stays the one that it is.
        services.Configure<SecurityStampValidatorOptions>(options => options.OnRefreshingPrincipal = context =>
        {
            context.NewPrincipal!.Identities.First().AddClaims(context.CurrentPrincipal!.FindAll(SessionStore.SessionClaim));
            return Task.CompletedTask;
        });
        services.AddDataProtection().SetApplicationName("artisans-corner").PersistKeysToDbContext<AppDb>();
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddScoped<CreateAccount>();
        services.AddScoped<SignIn>();
        services.AddScoped<StartSession>();
        services.AddJob<ForgetSessionsJob>();
        services.AddRateLimiter(options => LimitSignIns(options, configuration.GetValue("Limits:SignInsPerMinute", 120)));
        return services;
    }

    private static void LimitSignIns(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions options, int perMinute)
    {
        // To look at the pages is no try.
        options.AddPolicy(SignInLimit, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("looks"));
        options.OnRejected = async (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            // A person is told by the page of what is not there (Ui/NotFoundPage).
            if (!ApiErrors.WantsJson(context.HttpContext)) context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            else await TypedResults.Problem("Too many tries from here. Wait a minute.", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context.HttpContext);
        };
    }

    /// <summary>The session's cookie: unreadable to scripts, kept by our own site, answered in the API's way under /api.</summary>
    private sealed class SessionCookie(SessionStore sessions, IOptions<SecurityStampValidatorOptions> stamps, TimeProvider time) : IConfigureNamedOptions<CookieAuthenticationOptions>
    {
        public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

        public void Configure(string? name, CookieAuthenticationOptions options)
        {
            if (name != IdentityConstants.ApplicationScheme) return;
            options.SessionStore = sessions;
            options.Cookie.Name = "ac-session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromDays(30);
            options.SlidingExpiration = true;
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "to";
            // Every request would build all that could check a user's stamp, to see that it was checked within the half hour.
            var check = options.Events.OnValidatePrincipal;
            options.Events.OnValidatePrincipal = context => time.GetUtcNow() - context.Properties.IssuedUtc < stamps.Value.ValidationInterval ? Task.CompletedTask : check(context);
            options.Events.OnRedirectToLogin = context => AnswerAsync(context, "signed_out", "Sign in first.", StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, "not_allowed", "You may not do this here.", StatusCodes.Status403Forbidden);
        }

        private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, string code, string message, int status)
        {
            if (ApiErrors.WantsJson(context.HttpContext))
                return TypedResults.Problem(message, statusCode: status, extensions: [new("code", code)]).ExecuteAsync(context.HttpContext);
            if (status == StatusCodes.Status401Unauthorized) context.Response.Redirect(context.RedirectUri);
            else context.Response.StatusCode = status;
            return Task.CompletedTask;
        }
    }
}
