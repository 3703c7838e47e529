package cairn.ca.lint.catalogue;

import cairn.ca.lint.Linter;
import cairn.ca.lint.alternative.AlternativeRules;
import cairn.ca.lint.crl.CrlRules;
import cairn.ca.lint.device.DeviceRules;
import cairn.ca.lint.encoding.EncodingRules;
import cairn.ca.lint.extension.ExtensionRules;
import cairn.ca.lint.issuer.IssuerRules;
import cairn.ca.lint.key.KeyRules;
import cairn.ca.lint.name.NameRules;
import cairn.ca.lint.usage.UsageRules;
import java.util.List;
import java.util.stream.Stream;

/** Puts the rules of all packages together. */
public final class RuleCatalogue {
    private RuleCatalogue() {}

    /** A linter with every rule. */
    public static Linter linter() {
<<<<<<< HEAD
        return new Linter(
                Stream.of(
                                EncodingRules.all(),
                                NameRules.all(),
                                AlternativeRules.all(),
                                UsageRules.all(),
                                ExtensionRules.all(),
                                KeyRules.all(),
                                IssuerRules.all(),
                                DeviceRules.all())
                        .flatMap(List::stream)
                        .toList(),
                CrlRules.all(),
                CrlRules.entries());
=======
        return new Linter(certificateRules(), crlRules(), crlEntryRules());
    }

    private static List<CertificateRule> certificateRules() {
        return Stream.of(encoding(), name(), alternative(), usage(), extension(), key(), issuer(), device())
                .flatMap(List::stream)
                .toList();
    }

    private static List<CertificateRule> encoding() {
        return List.of(
                new PrimitiveEncoding(),
                new CriticalFalseEncoded(),
                new AuthorityFalseEncoded(),
                new KeyUsageEncoding(),
                new Version3(),
                new InternalVersion3(),
                new UniqueIdentifierVersion(),
                new NoUniqueIdentifiers(),
                new SerialPositive(),
                new SerialLength(),
                new SerialEntropy(),
                new SignatureAlgorithmMatch(),
                new TimeZulu(),
                new TimeSeconds(),
                new TimeType(),
                new TimeReadable(),
                new ValidityOrder(),
                new ExtensionListEmpty(),
                new ExtensionTwice(),
                new ExtensionSyntax(),
                new UnknownCriticalExtension(),
                new ExtensionSequenceEmpty());
    }

    private static List<CertificateRule> name() {
        return List.of(
                new IssuerNotEmpty(),
                new AuthoritySubjectNotEmpty(),
                new SubjectOrAlternative(),
                new EmptySubjectCritical(),
                new AttributeLength(),
                new PersonalNameLength(),
                new AttributeEmpty(),
                new CountryPrintable(),
                new CountryCode(),
                new PrintableAlphabet(),
                new DirectoryStringType(),
                new FixedStringType(),
                new Utf8Valid(),
                new OuterWhiteSpace(),
                new InvisibleCharacters(),
                new TextMixUp(),
                new MultiValuedPart(),
                new CommonNameTwice(),
                new MailInAlternative(),
                new TestName());
    }

    private static List<CertificateRule> alternative() {
        return List.of(
                new AltNameKind(),
                new AltNameEmpty(),
                new AltNameTwice(),
                new DnsNameAscii(),
                new DnsNameAlphabet(),
                new DnsNameUnderscore(),
                new DnsNameLength(),
                new DnsLabelLength(),
                new DnsLabelEmpty(),
                new DnsLabelHyphen(),
                new DnsNameWildcard(),
                new DnsNameAddress(),
                new ALabelReadable(),
                new ALabelNormal(),
                new MailSyntax(),
                new UriAscii(),
                new UriSyntax(),
                new UriHost(),
                new SpiffeId(),
                new AddressLength(),
                new IssuerAltNotCritical(),
                new SubjectAltNotCritical(),
                new ServerNeedsName(),
                new CommonNameInAlternative(),
                new HardwareModuleName());
    }

    private static List<CertificateRule> usage() {
        return List.of(
                new KeyUsageForAuthority(),
                new KeyUsageCritical(),
                new KeyUsageEmpty(),
                new CertSignNeedsAuthority(),
                new AuthorityCertSign(),
                new AuthorityCrlSign(),
                new EndEntityCrlSign(),
                new OnlyNeedsAgreement(),
                new RsaAuthorityUsage(),
                new RsaEndEntityUsage(),
                new RsaAuthorityEncipherment(),
                new EcUsage(),
                new EdwardsUsage(),
                new MontgomeryUsage(),
                new MlDsaUsage(),
                new SlhDsaUsage(),
                new MlKemUsage(),
                new HashMlDsaAuthority(),
                new AnyPurposeCritical(),
                new AnyPurpose(),
                new PurposeTwice(),
                new PurposeConsistent(),
                new TimeStampingAlone(),
                new AuthorityOcspSigning(),
                new ResponderAlone(),
                new ResponderNoCheck(),
                new NoCheckNull());
    }

    private static List<CertificateRule> extension() {
        return List.of(
                new BasicConstraintsCritical(),
                new PathLengthPlace(),
                new AuthorityKeyIdentifierPresent(),
                new AuthorityKeyIdentifierNotCritical(),
                new AuthorityKeyIdentifierPair(),
                new SubjectKeyIdentifierOfAuthority(),
                new SubjectKeyIdentifierOfEndEntity(),
                new SubjectKeyIdentifierNotCritical(),
                new SubjectKeyIdentifierMethod(),
                new NameConstraintsCritical(),
                new NameConstraintsPlace(),
                new NameConstraintsEmpty(),
                new SubtreeMinimum(),
                new SubtreeMinimumEncoded(),
                new SubtreeMaximum(),
                new SubtreeRegisteredId(),
                new SubtreeX400(),
                new SubtreeAddress(),
                new SubtreeDns(),
                new SubtreeMail(),
                new PolicyTwice(),
                new ExplicitTextIa5(),
                new ExplicitTextUtf8(),
                new ExplicitTextLength(),
                new AnyPolicyQualifiers(),
                new PolicyMappingsCritical(),
                new PolicyMappingsAny(),
                new PolicyExtensionsPlace(),
                new PolicyConstraintsCritical(),
                new PolicyConstraintsEmpty(),
                new InhibitAnyPolicyCritical(),
                new CrlDistributionPointsNotCritical(),
                new FreshestCrlNotCritical(),
                new AuthorityInfoAccessNotCritical(),
                new SubjectInfoAccessNotCritical(),
                new SubjectDirectoryAttributesNotCritical(),
                new DistributionPointNamed(),
                new PointerSyntax(),
                new PointerScheme(),
                new NoRevAvailNotCritical(),
                new NoRevAvailPlace(),
                new NoRevAvailAlone(),
                new NoRevAvailShort(),
                new PrivateKeyUsagePeriod(),
                new SctListEmpty());
    }

    private static List<CertificateRule> key() {
        return List.of(
                new KeyAlgorithm(),
                new Round3Algorithm(),
                new SignatureDigest(),
                new RsaSignatureNull(),
                new EcdsaParametersAbsent(),
                new EdwardsParametersAbsent(),
                new PostQuantumParametersAbsent(),
                new KeyBitsWhole(),
                new KeyLength(),
                new RsaKeyReadable(),
                new RsaKeyParameters(),
                new RsaSize(),
                new RsaExponent(),
                new RsaExponentRange(),
                new RsaSmallFactors(),
                new RsaClosePrimes(),
                new EcCurve(),
                new EcPoint());
    }

    private static List<CertificateRule> issuer() {
        return List.of(
                new IssuerNameBytes(),
                new IssuerIsAuthority(),
                new AuthorityKeyIdentifierMatch(),
                new StartsBeforeIssuer(),
                new EndEntityOutlivesIssuer(),
                new AuthorityOutlivesIssuer(),
                new Backdated(),
                new PathLengthExhausted(),
                new PathLengthShrinks(),
                new PathLengthOfIntermediate(),
                new KeyOfIssuer(),
                new NameOfIssuer(),
                new PurposeWithinIssuer(),
                new NamesWithinIssuer());
    }

    private static List<CertificateRule> device() {
        return List.of(
                new MatterKey(),
                new MatterBasicConstraints(),
                new MatterKeyUsage(),
                new MatterKeyIdentifiers(),
                new MatterVendorId(),
                new MatterProductId(),
                new MatterIdsOfIssuer(),
                new MatterSize(),
                new DevidUsage(),
                new DevidHardwareName(),
                new DevidForever(),
                new DevidSubjectKeyIdentifier());
    }

    private static List<CrlRule> crlRules() {
        return List.of(
                new CrlVersion2(),
                new CrlSignatureAlgorithmMatch(),
                new CrlSignatureDigest(),
                new CrlIssuerNotEmpty(),
                new CrlIssuerNameBytes(),
                new CrlIssuerMaySign(),
                new CrlTimes(),
                new CrlNextUpdatePresent(),
                new CrlNextUpdateOrder(),
                new CrlNextUpdateYear(),
                new CrlWithinIssuer(),
                new CrlRevokedEmpty(),
                new CrlExtensionTwice(),
                new CrlExtensionListEmpty(),
                new CrlExtensionSyntax(),
                new CrlCriticalFalseEncoded(),
                new CrlUnknownCritical(),
                new CrlNumberPresent(),
                new CrlNumberRange(),
                new CrlAkiPresent(),
                new CrlAkiKeyOnly(),
                new CrlAkiMatch(),
                new CrlAkiNotCritical(),
                new CrlDistributionPointCritical(),
                new CrlDistributionPointContent(),
                new CrlDistributionPointUri(),
                new CrlIndirect(),
                new CrlDeltaCritical(),
                new CrlDeltaFreshest(),
                new CrlDeltaBase(),
                new CrlSerialTwice());
    }

    private static List<CrlEntryRule> crlEntryRules() {
        return List.of(
                new EntrySerial(),
                new EntryTime(),
                new EntryAfterList(),
                new EntryTooEarly(),
                new EntryReasonKnown(),
                new EntryReasonUnspecified(),
                new EntryRemoveFromCrl(),
                new EntryUnknownCritical(),
                new EntryExtensionListEmpty(),
                new EntryInvalidityDate(),
                new EntryCertificateIssuer());
>>>>>>> authority
    }
}
