/**
 * TR-181 as types: every object with its parameters, commands and events. It costs nothing at run time.
 * Generated from datamodel/tr181/facts.tsv by "npm run generate": do not edit.
 */

interface ReadOnly<T> {
  type: T;
  access: 'readOnly';
}
interface ReadWrite<T> {
  type: T;
  access: 'readWrite';
}
interface WriteOnce<T> {
  type: T;
  access: 'writeOnceReadOnly';
}

export interface Tr181 {
  'Device.': {
    table: false;
    params: {
      RootDataModelVersion: ReadOnly<string>;
      InterfaceStackNumberOfEntries: ReadOnly<number>;
      ProxiedDeviceNumberOfEntries: ReadOnly<number>;
      CollectionDeviceNumberOfEntries: ReadOnly<number>;
      IoTCapabilityNumberOfEntries: ReadOnly<number>;
      NodeNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'Reboot()': { async: false; input: { Cause?: string; Reason?: string }; output: {} };
      'FactoryReset()': { async: false; input: { Cause?: string; Reason?: string }; output: {} };
      'SelfTestDiagnostics()': { async: true; input: {}; output: { Status?: string; Results?: string } };
      'PacketCaptureDiagnostics()': { async: true; input: { Interface?: string; Format?: string; Duration?: number; PacketCount?: number; ByteCount?: number; FileTarget?: string; FilterExpression?: string; Username?: string; Password?: string }; output: { Status?: string; 'PacketCaptureResult.{i}.FileLocation'?: string; 'PacketCaptureResult.{i}.StartTime'?: string; 'PacketCaptureResult.{i}.EndTime'?: string; 'PacketCaptureResult.{i}.Count'?: number } };
      'ScheduleTimer()': { async: true; input: { DelaySeconds: number }; output: {} };
    };
    events: {
      'Boot!': { CommandKey?: string; Cause?: string; Reason?: string; FirmwareUpdated?: boolean; ParameterMap?: string };
    };
  };
  'Device.Services.': {
    table: false;
    params: {};
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.': {
    table: false;
    params: {
      DeviceCategory: ReadOnly<string>;
      Manufacturer: ReadOnly<string>;
      ManufacturerOUI: ReadOnly<string>;
      ModelName: ReadOnly<string>;
      ModelNumber: ReadOnly<string>;
      Description: ReadOnly<string>;
      ProductClass: ReadOnly<string>;
      SerialNumber: ReadOnly<string>;
      HardwareVersion: ReadOnly<string>;
      SoftwareVersion: ReadOnly<string>;
      ActiveFirmwareImage: ReadOnly<string>;
      BootFirmwareImage: ReadWrite<string>;
      AdditionalHardwareVersion: ReadOnly<string>;
      AdditionalSoftwareVersion: ReadOnly<string>;
      ProvisioningCode: ReadWrite<string>;
      UpTime: ReadOnly<number>;
      FirstUseDate: ReadOnly<string>;
      HostName: ReadWrite<string>;
      FirmwareImageNumberOfEntries: ReadOnly<number>;
      VendorConfigFileNumberOfEntries: ReadOnly<number>;
      ProcessorNumberOfEntries: ReadOnly<number>;
      LogRotateNumberOfEntries: ReadOnly<number>;
      VendorLogFileNumberOfEntries: ReadOnly<number>;
      LocationNumberOfEntries: ReadOnly<number>;
      DeviceImageNumberOfEntries: ReadOnly<number>;
      FriendlyName: ReadWrite<string>;
      CID: ReadOnly<string>;
      PEN: ReadOnly<string>;
      MaxNumberOfActivateTimeWindows: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.VendorConfigFile.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      Version: ReadOnly<string>;
      Date: ReadOnly<string>;
      Description: ReadOnly<string>;
      UseForBackupRestore: ReadOnly<boolean>;
    };
    commands: {
      'Backup()': { async: true; input: { URL: string; Username: string; Password: string }; output: {} };
      'Restore()': { async: true; input: { URL: string; Username: string; Password: string; FileSize?: number; TargetFileName?: string; CheckSumAlgorithm?: string; CheckSum?: string }; output: {} };
    };
    events: {};
  };
  'Device.DeviceInfo.MemoryStatus.': {
    table: false;
    params: {
      Total: ReadOnly<number>;
      Free: ReadOnly<number>;
      TotalPersistent: ReadOnly<number>;
      FreePersistent: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.MemoryStatus.MemoryMonitor.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      MemUtilization: ReadOnly<number>;
      PollingInterval: ReadWrite<number>;
      CriticalRiseThreshold: ReadWrite<number>;
      CriticalFallThreshold: ReadWrite<number>;
      CriticalRiseTimeStamp: ReadOnly<string>;
      CriticalFallTimeStamp: ReadOnly<string>;
      EnableCriticalLog: ReadWrite<boolean>;
      VendorLogFileRef: ReadOnly<string>;
      FilePath: ReadWrite<string>;
    };
    commands: {};
    events: {
      'MemoryCriticalState!': { MemUtilization?: number };
    };
  };
  'Device.DeviceInfo.ProcessStatus.': {
    table: false;
    params: {
      CPUUsage: ReadOnly<number>;
      ProcessNumberOfEntries: ReadOnly<number>;
      CPUNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.ProcessStatus.CPU.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      Enable: ReadWrite<boolean>;
      UpTime: ReadOnly<number>;
      UserModeUtilization: ReadOnly<number>;
      SystemModeUtilization: ReadOnly<number>;
      IdleModeUtilization: ReadOnly<number>;
      CPUUtilization: ReadOnly<number>;
      PollInterval: ReadWrite<number>;
      NumSamples: ReadWrite<number>;
      CriticalRiseThreshold: ReadWrite<number>;
      CriticalFallThreshold: ReadWrite<number>;
      CriticalRiseTimeStamp: ReadOnly<string>;
      CriticalFallTimeStamp: ReadOnly<string>;
      EnableCriticalLog: ReadWrite<boolean>;
      VendorLogFileRef: ReadOnly<string>;
      FilePath: ReadWrite<string>;
    };
    commands: {};
    events: {
      'CPUCriticalState!': { CPUUtilization?: number; Name?: string };
    };
  };
  'Device.DeviceInfo.ProcessStatus.Process.{i}.': {
    table: true;
    params: {
      PID: ReadOnly<number>;
      Command: ReadOnly<string>;
      Size: ReadOnly<number>;
      Priority: ReadOnly<number>;
      CPUTime: ReadOnly<number>;
      State: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.PowerStatus.': {
    table: false;
    params: {
      PowerSensorNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.PowerStatus.PowerSensor.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Name: ReadOnly<string>;
      LastUpdate: ReadOnly<string>;
      Voltage: ReadOnly<number>;
      Current: ReadOnly<number>;
      Power: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.TemperatureStatus.': {
    table: false;
    params: {
      TemperatureSensorNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.TemperatureStatus.TemperatureSensor.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      ResetTime: ReadOnly<string>;
      Name: ReadOnly<string>;
      Value: ReadOnly<number>;
      LastUpdate: ReadOnly<string>;
      MinValue: ReadOnly<number>;
      MinTime: ReadOnly<string>;
      MaxValue: ReadOnly<number>;
      MaxTime: ReadOnly<string>;
      LowAlarmValue: ReadWrite<number>;
      LowAlarmTime: ReadOnly<string>;
      HighAlarmValue: ReadWrite<number>;
      PollingInterval: ReadWrite<number>;
      HighAlarmTime: ReadOnly<string>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DeviceInfo.NetworkProperties.': {
    table: false;
    params: {
      MaxTCPWindowSize: ReadOnly<number>;
      TCPImplementation: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.Processor.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Architecture: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.LogRotate.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Name: ReadWrite<string>;
      NumberOfFiles: ReadWrite<number>;
      MaxFileSize: ReadWrite<number>;
      RollOver: ReadWrite<number>;
      Retention: ReadWrite<number>;
      Compression: ReadWrite<string>;
      LogFileNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.LogRotate.{i}.LogFile.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      Size: ReadOnly<number>;
      LastChange: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.VendorLogFile.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      MaximumSize: ReadOnly<number>;
      Persistent: ReadOnly<boolean>;
    };
    commands: {
      'Upload()': { async: true; input: { URL: string; Username: string; Password: string }; output: {} };
    };
    events: {};
  };
  'Device.DeviceInfo.Location.{i}.': {
    table: true;
    params: {
      Source: ReadOnly<string>;
      AcquiredTime: ReadOnly<string>;
      ExternalSource: ReadOnly<string>;
      ExternalProtocol: ReadOnly<string>;
      DataObject: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.DeviceImageFile.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Location: ReadOnly<string>;
      Image: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DeviceInfo.FirmwareImage.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      Version: ReadOnly<string>;
      Available: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      BootFailureLog: ReadOnly<string>;
    };
    commands: {
      'Download()': { async: true; input: { URL: string; AutoActivate: boolean; Username?: string; Password?: string; FileSize?: number; CheckSumAlgorithm?: string; CheckSum?: string }; output: {} };
      'Activate()': { async: true; input: { 'TimeWindow.{i}.Start': number; 'TimeWindow.{i}.End': number; 'TimeWindow.{i}.Mode': string; 'TimeWindow.{i}.UserMessage'?: string; 'TimeWindow.{i}.MaxRetries'?: number }; output: {} };
    };
    events: {};
  };
  'Device.DeviceInfo.KernelFaults.': {
    table: false;
    params: {
      StoragePath: ReadOnly<string>;
      LastUpgradeCount: ReadOnly<number>;
      PreviousBootCount: ReadOnly<number>;
      MinFreeSpace: ReadWrite<number>;
      RotateKernelFaultEntries: ReadWrite<boolean>;
      MaxKernelFaultEntries: ReadWrite<number>;
      KernelFaultNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'RemoveAllKernelFaults()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DeviceInfo.KernelFaults.KernelFault.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      FaultLocation: ReadOnly<string>;
      LastInstruction: ReadOnly<string>;
      TimeStamp: ReadOnly<string>;
      FirmwareVersion: ReadOnly<string>;
      ProcessName: ReadOnly<string>;
      Reason: ReadOnly<string>;
    };
    commands: {
      'Upload()': { async: true; input: { URL: string; Username: string; Password: string }; output: {} };
      'Remove()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DeviceInfo.ProcessFaults.': {
    table: false;
    params: {
      StoragePath: ReadOnly<string>;
      LastUpgradeCount: ReadOnly<number>;
      PreviousBootCount: ReadOnly<number>;
      MinFreeSpace: ReadWrite<number>;
      RotateProcessFaultEntries: ReadWrite<boolean>;
      MaxProcessFaultEntries: ReadWrite<number>;
      ProcessFaultNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'RemoveAllProcessFaults()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DeviceInfo.ProcessFaults.ProcessFault.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      ProcessID: ReadOnly<string>;
      ProcessName: ReadOnly<string>;
      FaultLocation: ReadOnly<string>;
      TimeStamp: ReadOnly<string>;
      FirmwareVersion: ReadOnly<string>;
      Arguments: ReadOnly<string>;
      Reason: ReadOnly<string>;
    };
    commands: {
      'Upload()': { async: true; input: { URL: string; Username: string; Password: string }; output: {} };
      'Remove()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DeviceInfo.Reboots.': {
    table: false;
    params: {
      BootCount: ReadOnly<number>;
      CurrentVersionBootCount: ReadOnly<number>;
      WatchdogBootCount: ReadOnly<number>;
      ColdBootCount: ReadOnly<number>;
      WarmBootCount: ReadOnly<number>;
      MaxRebootEntries: ReadWrite<number>;
      RebootNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'RemoveAllReboots()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DeviceInfo.Reboots.Reboot.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      TimeStamp: ReadOnly<string>;
      FirmwareUpdated: ReadOnly<boolean>;
      Cause: ReadOnly<string>;
      Reason: ReadOnly<string>;
    };
    commands: {
      'Remove()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Time.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      CurrentLocalTime: ReadOnly<string>;
      LocalTimeZone: ReadWrite<string>;
      ClientNumberOfEntries: ReadOnly<number>;
      ServerNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Time.Client.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Mode: ReadWrite<string>;
      Port: ReadWrite<number>;
      IPVersion: ReadWrite<number>;
      ServerInUse: ReadOnly<string>;
      Version: ReadWrite<number>;
      Servers: ReadWrite<string>;
      ResolveAddresses: ReadWrite<boolean>;
      ResolveMaxAddresses: ReadWrite<number>;
      Peer: ReadWrite<boolean>;
      MinPoll: ReadWrite<number>;
      MaxPoll: ReadWrite<number>;
      IBurst: ReadWrite<boolean>;
      Burst: ReadWrite<number>;
      Interface: ReadWrite<string>;
      BindType: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Time.Client.{i}.Authentication.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Certificate: ReadWrite<string>;
      NTSPort: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Time.Client.{i}.Stats.': {
    table: false;
    params: {
      PacketsSent: ReadOnly<number>;
      PacketsSentFailed: ReadOnly<number>;
      PacketsReceived: ReadOnly<number>;
      PacketsDropped: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Time.Server.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Mode: ReadWrite<string>;
      Version: ReadWrite<number>;
      Port: ReadWrite<number>;
      Interface: ReadWrite<string>;
      BindType: ReadWrite<string>;
      MinPoll: ReadWrite<number>;
      MaxPoll: ReadWrite<number>;
      TTL: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Time.Server.{i}.Authentication.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Certificate: ReadWrite<string>;
      NTSNTPServer: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Time.Server.{i}.Stats.': {
    table: false;
    params: {
      PacketsSent: ReadOnly<number>;
      PacketsSentFailed: ReadOnly<number>;
      PacketsReceived: ReadOnly<number>;
      PacketsDropped: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.UserInterface.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      PasswordRequired: ReadWrite<boolean>;
      PasswordUserSelectable: ReadWrite<boolean>;
      UpgradeAvailable: ReadWrite<boolean>;
      WarrantyDate: ReadWrite<string>;
      ISPName: ReadWrite<string>;
      ISPHelpDesk: ReadWrite<string>;
      ISPHomePage: ReadWrite<string>;
      ISPHelpPage: ReadWrite<string>;
      ISPLogo: ReadWrite<string>;
      ISPLogoSize: ReadWrite<number>;
      ISPMailServer: ReadWrite<string>;
      ISPNewsServer: ReadWrite<string>;
      TextColor: ReadWrite<string>;
      BackgroundColor: ReadWrite<string>;
      ButtonColor: ReadWrite<string>;
      ButtonTextColor: ReadWrite<string>;
      AutoUpdateServer: ReadWrite<string>;
      UserUpdateServer: ReadWrite<string>;
      AvailableLanguages: ReadOnly<string>;
      CurrentLanguage: ReadWrite<string>;
      HTTPAccessSupportedProtocols: ReadOnly<string>;
      HTTPAccessNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'PasswordReset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.UserInterface.HTTPAccess.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Order: ReadWrite<number>;
      Status: ReadOnly<string>;
      AccessType: ReadWrite<string>;
      AllowedRoles: ReadWrite<string>;
      Certificate: ReadWrite<string>;
      CABundle: ReadWrite<string>;
      CACertificate: ReadWrite<string>;
      Interface: ReadWrite<string>;
      Port: ReadWrite<number>;
      Protocol: ReadWrite<string>;
      AllowedHosts: ReadWrite<string>;
      AllowedPathPrefixes: ReadWrite<string>;
      AllowAllIPv4: ReadWrite<boolean>;
      IPv4AllowedSourcePrefix: ReadWrite<string>;
      AllowAllIPv6: ReadWrite<boolean>;
      IPv6AllowedSourcePrefix: ReadWrite<string>;
      AutoDisableDuration: ReadWrite<number>;
      TimeLeft: ReadOnly<number>;
      ActivationDate: ReadOnly<string>;
      SessionNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'CreateWebSession()': { async: false; input: { AbsoluteTimeout?: number; IdleTimeout?: number }; output: { SessionID: string; Path?: string } };
    };
    events: {};
  };
  'Device.UserInterface.HTTPAccess.{i}.Session.{i}.': {
    table: true;
    params: {
      SessionID: ReadOnly<string>;
      User: ReadOnly<string>;
      IPAddress: ReadOnly<string>;
      Port: ReadOnly<number>;
      Protocol: ReadOnly<string>;
      StartDate: ReadOnly<string>;
    };
    commands: {
      'Delete()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.UserInterface.LocalDisplay.': {
    table: false;
    params: {
      Movable: ReadWrite<boolean>;
      Resizable: ReadWrite<boolean>;
      PosX: ReadWrite<number>;
      PosY: ReadWrite<number>;
      Width: ReadWrite<number>;
      Height: ReadWrite<number>;
      DisplayWidth: ReadOnly<number>;
      DisplayHeight: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.UserInterface.Messages.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Title: ReadWrite<string>;
      SubTitle: ReadWrite<string>;
      Text: ReadWrite<string>;
      IconType: ReadWrite<string>;
      MessageColor: ReadWrite<string>;
      BackgroundColor: ReadWrite<string>;
      TitleColor: ReadWrite<string>;
      SubTitleColor: ReadWrite<string>;
      RequestedNumberOfRepetitions: ReadWrite<number>;
      ExecutedNumberOfRepetitions: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SFPs.': {
    table: false;
    params: {
      SFPCageNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SFPs.SFPCage.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      SFPPresent: ReadOnly<boolean>;
      SFF8024Identifier: ReadOnly<number>;
      MgmtInterface: ReadOnly<string>;
      SFPType: ReadOnly<string>;
      SFPReference: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.SFPs.Mgmt.': {
    table: false;
    params: {
      SFF8472NumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SFPs.Mgmt.SFF8472.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.SFPs.Mgmt.SFF8472.{i}.Transceiver.': {
    table: false;
    params: {
      Connector: ReadOnly<string>;
      Transceiver: ReadOnly<string>;
      Encoding: ReadOnly<number>;
      BRNominal: ReadOnly<number>;
      RateIdentifier: ReadOnly<string>;
      VendorName: ReadOnly<string>;
      VendorOUI: ReadOnly<string>;
      VendorPN: ReadOnly<string>;
      VendorRev: ReadOnly<string>;
      BRMax: ReadOnly<number>;
      BRMin: ReadOnly<number>;
      VendorSN: ReadOnly<string>;
      DateCode: ReadOnly<string>;
      LengthSMFkm: ReadOnly<number>;
      LengthSMF: ReadOnly<number>;
      LengthOM2: ReadOnly<number>;
      LengthOM1: ReadOnly<number>;
      LengthOM3: ReadOnly<number>;
      Wavelength: ReadOnly<number>;
      VerCompliance: ReadOnly<string>;
      OptCooledTrans: ReadOnly<boolean>;
      OptPowerlvl: ReadOnly<boolean>;
      OptLinearRcvr: ReadOnly<boolean>;
      OptRateSelect: ReadOnly<boolean>;
      OptTxDisable: ReadOnly<boolean>;
      OptTxFault: ReadOnly<boolean>;
      OptInvertedLOS: ReadOnly<boolean>;
      OptLOS: ReadOnly<boolean>;
      DMCtypeImplemented: ReadOnly<boolean>;
      DMCtypeInternalCal: ReadOnly<boolean>;
      DMCtypeExternalCal: ReadOnly<boolean>;
      DMCtypeRxAvgPwr: ReadOnly<boolean>;
      EOCalarmsImplemented: ReadOnly<boolean>;
      EOCSoftTxDisable: ReadOnly<boolean>;
      EOCSoftTxFault: ReadOnly<boolean>;
      EOCSoftRxLOS: ReadOnly<boolean>;
      EOCSoftRateSelect: ReadOnly<boolean>;
      SFF8079AppSelect: ReadOnly<boolean>;
      SFF8431SoftRateSelect: ReadOnly<boolean>;
      EMCSPowerLvlOp: ReadOnly<boolean>;
      EMCSPowerLvlSelect: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.SFPs.Mgmt.SFF8472.{i}.Transceiver.Thresholds.': {
    table: false;
    params: {
      HighTempAlarm: ReadOnly<number>;
      HighTempWarning: ReadOnly<number>;
      LowTempWarning: ReadOnly<number>;
      LowTempAlarm: ReadOnly<number>;
      HighVccAlarm: ReadOnly<number>;
      HighVccWarning: ReadOnly<number>;
      LowVccWarning: ReadOnly<number>;
      LowVccAlarm: ReadOnly<number>;
      HighTxBiasAlarm: ReadOnly<number>;
      HighTxBiasWarning: ReadOnly<number>;
      LowTxBiasWarning: ReadOnly<number>;
      LowTxBiasAlarm: ReadOnly<number>;
      HighTxPowerAlarm: ReadOnly<number>;
      HighTxPowerWarning: ReadOnly<number>;
      LowTxPowerWarning: ReadOnly<number>;
      LowTxPowerAlarm: ReadOnly<number>;
      HighRxPowerAlarm: ReadOnly<number>;
      HighRxPowerWarning: ReadOnly<number>;
      LowRxPowerWarning: ReadOnly<number>;
      LowRxPowerAlarm: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SFPs.Mgmt.SFF8472.{i}.Transceiver.Status.': {
    table: false;
    params: {
      Temperature: ReadOnly<number>;
      Vcc: ReadOnly<number>;
      TxBias: ReadOnly<number>;
      TxPower: ReadOnly<number>;
      RxPower: ReadOnly<number>;
      TxDisableState: ReadOnly<boolean>;
      SoftTxDisableSelect: ReadOnly<boolean>;
      RS1State: ReadOnly<boolean>;
      RateSelectState: ReadOnly<boolean>;
      SoftRateSelectSelect: ReadOnly<boolean>;
      TXFaultState: ReadOnly<boolean>;
      RxLOSState: ReadOnly<boolean>;
      DataReadyBarState: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.SFPs.Mgmt.SFF8472.{i}.Transceiver.Alarms.': {
    table: false;
    params: {
      TemperatureHigh: ReadOnly<boolean>;
      TemperatureLow: ReadOnly<boolean>;
      VccHigh: ReadOnly<boolean>;
      VccLow: ReadOnly<boolean>;
      TxBiasHigh: ReadOnly<boolean>;
      TxBiasLow: ReadOnly<boolean>;
      TxPowerHigh: ReadOnly<boolean>;
      TxPowerLow: ReadOnly<boolean>;
      RxPowerHigh: ReadOnly<boolean>;
      RxPowerLow: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.SFPs.Mgmt.SFF8472.{i}.Transceiver.Warnings.': {
    table: false;
    params: {
      TemperatureHigh: ReadOnly<boolean>;
      TemperatureLow: ReadOnly<boolean>;
      VccHigh: ReadOnly<boolean>;
      VccLow: ReadOnly<boolean>;
      TxBiasHigh: ReadOnly<boolean>;
      TxBiasLow: ReadOnly<boolean>;
      TxPowerHigh: ReadOnly<boolean>;
      TxPowerLow: ReadOnly<boolean>;
      RxPowerHigh: ReadOnly<boolean>;
      RxPowerLow: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.InterfaceStack.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      HigherLayer: ReadOnly<string>;
      LowerLayer: ReadOnly<string>;
      HigherAlias: ReadOnly<string>;
      LowerAlias: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.': {
    table: false;
    params: {
      LineNumberOfEntries: ReadOnly<number>;
      ChannelNumberOfEntries: ReadOnly<number>;
      BondingGroupNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Line.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      EnableDataGathering: ReadWrite<boolean>;
      FirmwareVersion: ReadOnly<string>;
      LinkStatus: ReadOnly<string>;
      XTSE: ReadOnly<string>;
      XTSUsed: ReadOnly<string>;
      LineEncoding: ReadOnly<string>;
      AllowedProfiles: ReadOnly<string>;
      CurrentProfile: ReadOnly<string>;
      PowerManagementState: ReadOnly<string>;
      SuccessFailureCause: ReadOnly<number>;
      UPBOKLER: ReadOnly<number>;
      UPBOKLEPb: ReadOnly<string>;
      UPBOKLERPb: ReadOnly<string>;
      RXTHRSHds: ReadOnly<number>;
      ACTRAMODEds: ReadOnly<number>;
      ACTRAMODEus: ReadOnly<number>;
      ACTINPROCds: ReadOnly<number>;
      ACTINPROCus: ReadOnly<number>;
      SNRMROCds: ReadOnly<number>;
      SNRMROCus: ReadOnly<number>;
      LastStateTransmittedDownstream: ReadOnly<number>;
      LastStateTransmittedUpstream: ReadOnly<number>;
      UPBOKLE: ReadOnly<number>;
      MREFPSDds: ReadOnly<string>;
      MREFPSDus: ReadOnly<string>;
      LIMITMASK: ReadOnly<number>;
      US0MASK: ReadOnly<number>;
      TRELLISds: ReadOnly<number>;
      TRELLISus: ReadOnly<number>;
      ACTSNRMODEds: ReadOnly<number>;
      ACTSNRMODEus: ReadOnly<number>;
      VirtualNoisePSDds: ReadOnly<string>;
      VirtualNoisePSDus: ReadOnly<string>;
      ACTUALCE: ReadOnly<number>;
      LineNumber: ReadOnly<number>;
      UpstreamMaxBitRate: ReadOnly<number>;
      DownstreamMaxBitRate: ReadOnly<number>;
      UpstreamNoiseMargin: ReadOnly<number>;
      DownstreamNoiseMargin: ReadOnly<number>;
      SNRMpbus: ReadOnly<string>;
      SNRMpbds: ReadOnly<string>;
      INMIATOds: ReadOnly<number>;
      INMIATSds: ReadOnly<number>;
      INMCCds: ReadOnly<number>;
      INMINPEQMODEds: ReadOnly<number>;
      UpstreamAttenuation: ReadOnly<number>;
      DownstreamAttenuation: ReadOnly<number>;
      UpstreamPower: ReadOnly<number>;
      DownstreamPower: ReadOnly<number>;
      XTURVersion: ReadOnly<string>;
      XTURSerial: ReadOnly<string>;
      XTURVendor: ReadOnly<string>;
      XTURVendorSpecific: ReadOnly<string>;
      XTURCountry: ReadOnly<string>;
      XTURSystemVendor: ReadOnly<string>;
      XTURSystemVendorSpecific: ReadOnly<string>;
      XTURSystemCountry: ReadOnly<string>;
      XTURANSIStd: ReadOnly<number>;
      XTURANSIRev: ReadOnly<number>;
      XTUCVersion: ReadOnly<string>;
      XTUCSerial: ReadOnly<string>;
      XTUCVendor: ReadOnly<string>;
      XTUCVendorSpecific: ReadOnly<string>;
      XTUCCountry: ReadOnly<string>;
      XTUCSystemVendor: ReadOnly<string>;
      XTUCSystemVendorSpecific: ReadOnly<string>;
      XTUCSystemCountry: ReadOnly<string>;
      XTUCANSIStd: ReadOnly<number>;
      XTUCANSIRev: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Line.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      TotalStart: ReadOnly<number>;
      ShowtimeStart: ReadOnly<number>;
      LastShowtimeStart: ReadOnly<number>;
      CurrentDayStart: ReadOnly<number>;
      QuarterHourStart: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DSL.Line.{i}.Stats.Total.': {
    table: false;
    params: {
      ErroredSecs: ReadOnly<number>;
      SeverelyErroredSecs: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Line.{i}.Stats.Showtime.': {
    table: false;
    params: {
      ErroredSecs: ReadOnly<number>;
      SeverelyErroredSecs: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Line.{i}.Stats.LastShowtime.': {
    table: false;
    params: {
      ErroredSecs: ReadOnly<number>;
      SeverelyErroredSecs: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Line.{i}.Stats.CurrentDay.': {
    table: false;
    params: {
      ErroredSecs: ReadOnly<number>;
      SeverelyErroredSecs: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Line.{i}.Stats.QuarterHour.': {
    table: false;
    params: {
      ErroredSecs: ReadOnly<number>;
      SeverelyErroredSecs: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Line.{i}.TestParams.': {
    table: false;
    params: {
      HLOGGds: ReadOnly<number>;
      HLOGGus: ReadOnly<number>;
      HLOGpsds: ReadOnly<string>;
      HLOGpsus: ReadOnly<string>;
      HLOGMTds: ReadOnly<number>;
      HLOGMTus: ReadOnly<number>;
      QLNGds: ReadOnly<number>;
      QLNGus: ReadOnly<number>;
      QLNpsds: ReadOnly<string>;
      QLNpsus: ReadOnly<string>;
      QLNMTds: ReadOnly<number>;
      QLNMTus: ReadOnly<number>;
      SNRGds: ReadOnly<number>;
      SNRGus: ReadOnly<number>;
      SNRpsds: ReadOnly<string>;
      SNRpsus: ReadOnly<string>;
      SNRMTds: ReadOnly<number>;
      SNRMTus: ReadOnly<number>;
      LATNds: ReadOnly<string>;
      LATNus: ReadOnly<string>;
      SATNds: ReadOnly<string>;
      SATNus: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Line.{i}.DataGathering.': {
    table: false;
    params: {
      LoggingDepthR: ReadOnly<number>;
      ActLoggingDepthReportingR: ReadOnly<number>;
      EventTraceBufferR: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Channel.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadOnly<string>;
      LinkEncapsulationSupported: ReadOnly<string>;
      LinkEncapsulationUsed: ReadOnly<string>;
      LPATH: ReadOnly<number>;
      INTLVDEPTH: ReadOnly<number>;
      INTLVBLOCK: ReadOnly<number>;
      ActualInterleavingDelay: ReadOnly<number>;
      ACTINP: ReadOnly<number>;
      INPREPORT: ReadOnly<boolean>;
      NFEC: ReadOnly<number>;
      RFEC: ReadOnly<number>;
      LSYMB: ReadOnly<number>;
      UpstreamCurrRate: ReadOnly<number>;
      DownstreamCurrRate: ReadOnly<number>;
      ACTNDR: ReadOnly<number>;
      ACTINPREIN: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Channel.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      TotalStart: ReadOnly<number>;
      ShowtimeStart: ReadOnly<number>;
      LastShowtimeStart: ReadOnly<number>;
      CurrentDayStart: ReadOnly<number>;
      QuarterHourStart: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DSL.Channel.{i}.Stats.Total.': {
    table: false;
    params: {
      XTURFECErrors: ReadOnly<number>;
      XTUCFECErrors: ReadOnly<number>;
      XTURHECErrors: ReadOnly<number>;
      XTUCHECErrors: ReadOnly<number>;
      XTURCRCErrors: ReadOnly<number>;
      XTUCCRCErrors: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Channel.{i}.Stats.Showtime.': {
    table: false;
    params: {
      XTURFECErrors: ReadOnly<number>;
      XTUCFECErrors: ReadOnly<number>;
      XTURHECErrors: ReadOnly<number>;
      XTUCHECErrors: ReadOnly<number>;
      XTURCRCErrors: ReadOnly<number>;
      XTUCCRCErrors: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Channel.{i}.Stats.LastShowtime.': {
    table: false;
    params: {
      XTURFECErrors: ReadOnly<number>;
      XTUCFECErrors: ReadOnly<number>;
      XTURHECErrors: ReadOnly<number>;
      XTUCHECErrors: ReadOnly<number>;
      XTURCRCErrors: ReadOnly<number>;
      XTUCCRCErrors: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Channel.{i}.Stats.CurrentDay.': {
    table: false;
    params: {
      XTURFECErrors: ReadOnly<number>;
      XTUCFECErrors: ReadOnly<number>;
      XTURHECErrors: ReadOnly<number>;
      XTUCHECErrors: ReadOnly<number>;
      XTURCRCErrors: ReadOnly<number>;
      XTUCCRCErrors: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Channel.{i}.Stats.QuarterHour.': {
    table: false;
    params: {
      XTURFECErrors: ReadOnly<number>;
      XTUCFECErrors: ReadOnly<number>;
      XTURHECErrors: ReadOnly<number>;
      XTUCHECErrors: ReadOnly<number>;
      XTURCRCErrors: ReadOnly<number>;
      XTUCCRCErrors: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.BondingGroup.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadOnly<string>;
      GroupStatus: ReadOnly<string>;
      GroupID: ReadOnly<number>;
      BondSchemesSupported: ReadOnly<string>;
      BondScheme: ReadOnly<string>;
      GroupCapacity: ReadOnly<number>;
      RunningTime: ReadOnly<number>;
      TargetUpRate: ReadOnly<number>;
      TargetDownRate: ReadOnly<number>;
      ThreshLowUpRate: ReadOnly<number>;
      ThreshLowDownRate: ReadOnly<number>;
      UpstreamDifferentialDelayTolerance: ReadOnly<number>;
      DownstreamDifferentialDelayTolerance: ReadOnly<number>;
      BondedChannelNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.BondingGroup.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
      TotalStart: ReadOnly<number>;
      CurrentDayStart: ReadOnly<number>;
      QuarterHourStart: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DSL.BondingGroup.{i}.Stats.Total.': {
    table: false;
    params: {
      FailureReasons: ReadOnly<string>;
      UpstreamRate: ReadOnly<number>;
      DownstreamRate: ReadOnly<number>;
      UpstreamPacketLoss: ReadOnly<number>;
      DownstreamPacketLoss: ReadOnly<number>;
      UpstreamDifferentialDelay: ReadOnly<number>;
      DownstreamDifferentialDelay: ReadOnly<number>;
      FailureCount: ReadOnly<number>;
      ErroredSeconds: ReadOnly<number>;
      SeverelyErroredSeconds: ReadOnly<number>;
      UnavailableSeconds: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.BondingGroup.{i}.Stats.CurrentDay.': {
    table: false;
    params: {
      FailureReasons: ReadOnly<string>;
      UpstreamRate: ReadOnly<number>;
      DownstreamRate: ReadOnly<number>;
      UpstreamPacketLoss: ReadOnly<number>;
      DownstreamPacketLoss: ReadOnly<number>;
      UpstreamDifferentialDelay: ReadOnly<number>;
      DownstreamDifferentialDelay: ReadOnly<number>;
      FailureCount: ReadOnly<number>;
      ErroredSeconds: ReadOnly<number>;
      SeverelyErroredSeconds: ReadOnly<number>;
      UnavailableSeconds: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.BondingGroup.{i}.Stats.QuarterHour.': {
    table: false;
    params: {
      FailureReasons: ReadOnly<string>;
      UpstreamRate: ReadOnly<number>;
      DownstreamRate: ReadOnly<number>;
      UpstreamPacketLoss: ReadOnly<number>;
      DownstreamPacketLoss: ReadOnly<number>;
      UpstreamDifferentialDelay: ReadOnly<number>;
      DownstreamDifferentialDelay: ReadOnly<number>;
      FailureCount: ReadOnly<number>;
      ErroredSeconds: ReadOnly<number>;
      SeverelyErroredSeconds: ReadOnly<number>;
      UnavailableSeconds: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.BondingGroup.{i}.BondedChannel.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Channel: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.BondingGroup.{i}.BondedChannel.{i}.Ethernet.': {
    table: false;
    params: {};
    commands: {};
    events: {};
  };
  'Device.DSL.BondingGroup.{i}.BondedChannel.{i}.Ethernet.Stats.': {
    table: false;
    params: {
      UnderflowErrorsSent: ReadOnly<number>;
      CRCErrorsReceived: ReadOnly<number>;
      AlignmentErrorsReceived: ReadOnly<number>;
      ShortPacketsReceived: ReadOnly<number>;
      LongPacketsReceived: ReadOnly<number>;
      OverflowErrorsReceived: ReadOnly<number>;
      PauseFramesReceived: ReadOnly<number>;
      FramesDropped: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.BondingGroup.{i}.Ethernet.': {
    table: false;
    params: {};
    commands: {};
    events: {};
  };
  'Device.DSL.BondingGroup.{i}.Ethernet.Stats.': {
    table: false;
    params: {
      PAFErrors: ReadOnly<number>;
      PAFSmallFragments: ReadOnly<number>;
      PAFLargeFragments: ReadOnly<number>;
      PAFBadFragments: ReadOnly<number>;
      PAFLostFragments: ReadOnly<number>;
      PAFLateFragments: ReadOnly<number>;
      PAFLostStarts: ReadOnly<number>;
      PAFLostEnds: ReadOnly<number>;
      PAFOverflows: ReadOnly<number>;
      PauseFramesSent: ReadOnly<number>;
      CRCErrorsReceived: ReadOnly<number>;
      AlignmentErrorsReceived: ReadOnly<number>;
      ShortPacketsReceived: ReadOnly<number>;
      LongPacketsReceived: ReadOnly<number>;
      OverflowErrorsReceived: ReadOnly<number>;
      FramesDropped: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSL.Diagnostics.': {
    table: false;
    params: {};
    commands: {
      'ADSLLineTest()': { async: true; input: { Interface: string }; output: { Status?: string; ACTPSDds?: number; ACTPSDus?: number; ACTATPds?: number; ACTATPus?: number; HLINSCds?: number; HLINSCus?: number; HLINGds?: number; HLINGus?: number; HLOGGds?: number; HLOGGus?: number; HLOGpsds?: string; HLOGpsus?: string; HLOGMTds?: number; HLOGMTus?: number; LATNpbds?: string; LATNpbus?: string; SATNds?: string; SATNus?: string; HLINpsds?: string; HLINpsus?: string; QLNGds?: number; QLNGus?: number; QLNpsds?: string; QLNpsus?: string; QLNMTds?: number; QLNMTus?: number; SNRGds?: number; SNRGus?: number; SNRpsds?: string; SNRpsus?: string; SNRMTds?: number; SNRMTus?: number; BITSpsds?: string; BITSpsus?: string } };
      'SELTUER()': { async: true; input: { Interface?: string; UERMaxMeasurementDuration?: number }; output: { Status?: string; ExtendedBandwidthOperation?: boolean; UER?: string; UERScaleFactor?: number; UERGroupSize?: number; UERVar?: string } };
      'SELTQLN()': { async: true; input: { Interface?: string; QLNMaxMeasurementDuration?: number }; output: { Status?: string; ExtendedBandwidthOperation?: boolean; QLN?: string; QLNGroupSize?: number } };
      'SELTP()': { async: true; input: { Interface?: string; CapacityEstimateEnabling?: boolean; CapacitySignalPSD?: string; CapacityNoisePSD?: string; CapacityTargetMargin?: number }; output: { Status?: string; LoopTermination?: string; LoopLength?: number; LoopTopology?: string; AttenuationCharacteristics?: string; TFlogGroupSize?: number; MissingFilter?: boolean; CapacityEstimate?: string } };
    };
    events: {};
  };
  'Device.FAST.': {
    table: false;
    params: {
      LineNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAST.Line.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      FirmwareVersion: ReadOnly<string>;
      LinkStatus: ReadOnly<string>;
      AllowedProfiles: ReadOnly<string>;
      CurrentProfile: ReadOnly<string>;
      PowerManagementState: ReadOnly<string>;
      SuccessFailureCause: ReadOnly<number>;
      UPBOKLER: ReadOnly<number>;
      LastTransmittedDownstreamSignal: ReadOnly<number>;
      LastTransmittedUpstreamSignal: ReadOnly<number>;
      UPBOKLE: ReadOnly<number>;
      LineNumber: ReadOnly<number>;
      UpstreamMaxBitRate: ReadOnly<number>;
      DownstreamMaxBitRate: ReadOnly<number>;
      UpstreamNoiseMargin: ReadOnly<number>;
      DownstreamNoiseMargin: ReadOnly<number>;
      UpstreamAttenuation: ReadOnly<number>;
      DownstreamAttenuation: ReadOnly<number>;
      UpstreamPower: ReadOnly<number>;
      DownstreamPower: ReadOnly<number>;
      SNRMRMCds: ReadOnly<number>;
      SNRMRMCus: ReadOnly<number>;
      BITSRMCpsds: ReadOnly<string>;
      BITSRMCpsus: ReadOnly<string>;
      FEXTCANCELds: ReadOnly<boolean>;
      FEXTCANCELus: ReadOnly<boolean>;
      ETRds: ReadOnly<number>;
      ETRus: ReadOnly<number>;
      ATTETRds: ReadOnly<number>;
      ATTETRus: ReadOnly<number>;
      MINEFTR: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAST.Line.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      TotalStart: ReadOnly<number>;
      ShowtimeStart: ReadOnly<number>;
      LastShowtimeStart: ReadOnly<number>;
      CurrentDayStart: ReadOnly<number>;
      QuarterHourStart: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.FAST.Line.{i}.Stats.Total.': {
    table: false;
    params: {
      ErroredSecs: ReadOnly<number>;
      SeverelyErroredSecs: ReadOnly<number>;
      LOSS: ReadOnly<number>;
      LORS: ReadOnly<number>;
      UAS: ReadOnly<number>;
      RTXUC: ReadOnly<number>;
      RTXTX: ReadOnly<number>;
      SuccessBSW: ReadOnly<number>;
      SuccessSRA: ReadOnly<number>;
      SuccessFRA: ReadOnly<number>;
      SuccessRPA: ReadOnly<number>;
      SuccessTIGA: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAST.Line.{i}.Stats.Showtime.': {
    table: false;
    params: {
      ErroredSecs: ReadOnly<number>;
      SeverelyErroredSecs: ReadOnly<number>;
      LOSS: ReadOnly<number>;
      LORS: ReadOnly<number>;
      UAS: ReadOnly<number>;
      RTXUC: ReadOnly<number>;
      RTXTX: ReadOnly<number>;
      SuccessBSW: ReadOnly<number>;
      SuccessSRA: ReadOnly<number>;
      SuccessFRA: ReadOnly<number>;
      SuccessRPA: ReadOnly<number>;
      SuccessTIGA: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAST.Line.{i}.Stats.LastShowtime.': {
    table: false;
    params: {
      ErroredSecs: ReadOnly<number>;
      SeverelyErroredSecs: ReadOnly<number>;
      LOSS: ReadOnly<number>;
      LORS: ReadOnly<number>;
      UAS: ReadOnly<number>;
      RTXUC: ReadOnly<number>;
      RTXTX: ReadOnly<number>;
      SuccessBSW: ReadOnly<number>;
      SuccessSRA: ReadOnly<number>;
      SuccessFRA: ReadOnly<number>;
      SuccessRPA: ReadOnly<number>;
      SuccessTIGA: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAST.Line.{i}.Stats.CurrentDay.': {
    table: false;
    params: {
      ErroredSecs: ReadOnly<number>;
      SeverelyErroredSecs: ReadOnly<number>;
      LOSS: ReadOnly<number>;
      LORS: ReadOnly<number>;
      UAS: ReadOnly<number>;
      RTXUC: ReadOnly<number>;
      RTXTX: ReadOnly<number>;
      SuccessBSW: ReadOnly<number>;
      SuccessSRA: ReadOnly<number>;
      SuccessFRA: ReadOnly<number>;
      SuccessRPA: ReadOnly<number>;
      SuccessTIGA: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAST.Line.{i}.Stats.QuarterHour.': {
    table: false;
    params: {
      ErroredSecs: ReadOnly<number>;
      SeverelyErroredSecs: ReadOnly<number>;
      LOSS: ReadOnly<number>;
      LORS: ReadOnly<number>;
      UAS: ReadOnly<number>;
      RTXUC: ReadOnly<number>;
      RTXTX: ReadOnly<number>;
      SuccessBSW: ReadOnly<number>;
      SuccessSRA: ReadOnly<number>;
      SuccessFRA: ReadOnly<number>;
      SuccessRPA: ReadOnly<number>;
      SuccessTIGA: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAST.Line.{i}.TestParams.': {
    table: false;
    params: {
      SNRGds: ReadOnly<number>;
      SNRGus: ReadOnly<number>;
      SNRpsds: ReadOnly<string>;
      SNRpsus: ReadOnly<string>;
      SNRMTds: ReadOnly<number>;
      SNRMTus: ReadOnly<number>;
      ACTINP: ReadOnly<number>;
      NFEC: ReadOnly<number>;
      RFEC: ReadOnly<number>;
      UpstreamCurrRate: ReadOnly<number>;
      DownstreamCurrRate: ReadOnly<number>;
      ACTINPREIN: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Optical.': {
    table: false;
    params: {
      InterfaceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Optical.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      MaxBitRate: ReadWrite<number>;
      SFPReferenceList: ReadOnly<string>;
      OpticalSignalLevel: ReadOnly<number>;
      TransmitOpticalLevel: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Optical.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Cellular.': {
    table: false;
    params: {
      RoamingEnabled: ReadWrite<boolean>;
      RoamingStatus: ReadOnly<string>;
      InterfaceNumberOfEntries: ReadOnly<number>;
      AccessPointNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Cellular.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      IMEI: ReadOnly<string>;
      SupportedAccessTechnologies: ReadOnly<string>;
      PreferredAccessTechnology: ReadWrite<string>;
      CurrentAccessTechnology: ReadOnly<string>;
      AvailableNetworks: ReadOnly<string>;
      NetworkRequested: ReadWrite<string>;
      NetworkInUse: ReadOnly<string>;
      RSSI: ReadOnly<number>;
      RSRP: ReadOnly<number>;
      RSRQ: ReadOnly<number>;
      UpstreamMaxBitRate: ReadOnly<number>;
      DownstreamMaxBitRate: ReadOnly<number>;
      SIMReferenceList: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Cellular.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<bigint>;
      ErrorsReceived: ReadOnly<bigint>;
      DiscardPacketsSent: ReadOnly<bigint>;
      DiscardPacketsReceived: ReadOnly<bigint>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<bigint>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Cellular.Interface.{i}.USIM.': {
    table: false;
    params: {
      Status: ReadOnly<string>;
      IMSI: ReadOnly<string>;
      ICCID: ReadOnly<string>;
      MSISDN: ReadOnly<string>;
      PINCheck: ReadWrite<string>;
      PIN: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Cellular.Interface.{i}.SMS.': {
    table: false;
    params: {
      StorageNumberOfEntries: ReadOnly<number>;
      MessageNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Cellular.Interface.{i}.SMS.Storage.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Location: ReadWrite<string>;
      Capacity: ReadOnly<number>;
      StorageAvailable: ReadOnly<boolean>;
      AvailableCapacity: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Cellular.Interface.{i}.SMS.Incoming.': {
    table: false;
    params: {
      StorageRef: ReadWrite<string>;
      CapacityLimit: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Cellular.Interface.{i}.SMS.Outgoing.': {
    table: false;
    params: {
      StorageRef: ReadWrite<string>;
      CapacityLimit: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Cellular.Interface.{i}.SMS.Message.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Sender: ReadOnly<string>;
      Receiver: ReadOnly<string>;
      TimeStamp: ReadOnly<string>;
      Text: ReadOnly<string>;
      StorageRef: ReadOnly<string>;
      Status: ReadOnly<string>;
      Type: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Cellular.AccessPoint.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      APN: ReadWrite<string>;
      Username: ReadWrite<string>;
      Password: ReadWrite<string>;
      Proxy: ReadWrite<string>;
      ProxyPort: ReadWrite<number>;
      Interface: ReadWrite<string>;
      IPVersion: ReadWrite<number>;
      Type: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.TrustedElements.': {
    table: false;
    params: {
      SIMNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.TrustedElements.SIM.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Status: ReadWrite<string>;
      IMSI: ReadOnly<string>;
      ICCID: ReadOnly<string>;
      MSISDN: ReadOnly<string>;
      SMSC: ReadWrite<string>;
      EID: ReadOnly<string>;
      ProfileNumberOfEntries: ReadOnly<number>;
      ESIMProfileAddStatus: ReadOnly<string>;
      ESIMClassEnabledProfile: ReadOnly<string>;
      ESIMTestMode: ReadOnly<boolean>;
      Type: ReadOnly<string>;
      GID1: ReadOnly<string>;
      Usage: ReadOnly<string>;
      PINCheck: ReadWrite<string>;
      PIN: ReadWrite<string>;
      ProtectionScheme: ReadOnly<number>;
      HomeNetworkPublicKeyID: ReadOnly<number>;
      RoutingIndicator: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.TrustedElements.SIM.{i}.Profile.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      IMSI: ReadOnly<string>;
      ICCID: ReadOnly<string>;
      State: ReadOnly<string>;
      Class: ReadOnly<string>;
      GID1: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ATM.': {
    table: false;
    params: {
      LinkNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ATM.Link.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      LinkType: ReadWrite<string>;
      AutoConfig: ReadOnly<boolean>;
      DestinationAddress: ReadWrite<string>;
      Encapsulation: ReadWrite<string>;
      FCSPreserved: ReadWrite<boolean>;
      VCSearchList: ReadWrite<string>;
      AAL: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ATM.Link.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
      TransmittedBlocks: ReadOnly<number>;
      ReceivedBlocks: ReadOnly<number>;
      CRCErrors: ReadOnly<number>;
      HECErrors: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.ATM.Link.{i}.QoS.': {
    table: false;
    params: {
      QoSClass: ReadWrite<string>;
      PeakCellRate: ReadWrite<number>;
      MaximumBurstSize: ReadWrite<number>;
      SustainableCellRate: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ATM.Diagnostics.': {
    table: false;
    params: {};
    commands: {
      'F5Loopback()': { async: true; input: { Interface: string; NumberOfRepetitions: number; Timeout: number }; output: { Status?: string; SuccessCount?: number; FailureCount?: number; AverageResponseTime?: number; MinimumResponseTime?: number; MaximumResponseTime?: number } };
    };
    events: {};
  };
  'Device.DOCSIS.': {
    table: false;
    params: {
      CapabilitiesReq: ReadOnly<string>;
      CapabilitiesRsp: ReadOnly<string>;
      DownstreamChannelNumberOfEntries: ReadOnly<number>;
      UpstreamChannelNumberOfEntries: ReadOnly<number>;
      DownstreamNumberOfEntries: ReadOnly<number>;
      UpstreamNumberOfEntries: ReadOnly<number>;
      InterfaceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DOCSIS.Downstream.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      MaxBitRate: ReadWrite<number>;
      Upstream: ReadOnly<boolean>;
      CurrentBitRate: ReadOnly<number>;
      DownstreamChannelList: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DOCSIS.Downstream.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DOCSIS.Upstream.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      MaxBitRate: ReadWrite<number>;
      Upstream: ReadOnly<boolean>;
      CurrentBitRate: ReadOnly<number>;
      UpstreamChannelList: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DOCSIS.Upstream.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DOCSIS.DownstreamChannel.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      ID: ReadOnly<number>;
      Frequency: ReadOnly<number>;
      Width: ReadOnly<number>;
      Modulation: ReadOnly<string>;
      Interleave: ReadOnly<string>;
      Power: ReadOnly<number>;
      Annex: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DOCSIS.DownstreamChannel.{i}.SignalQuality.': {
    table: false;
    params: {
      SignalNoise: ReadOnly<number>;
      Microreflections: ReadOnly<number>;
      EqualizationData: ReadOnly<string>;
      ExtUnerroreds: ReadOnly<bigint>;
      ExtCorrecteds: ReadOnly<bigint>;
      ExtUncorrectables: ReadOnly<bigint>;
    };
    commands: {};
    events: {};
  };
  'Device.DOCSIS.DownstreamChannel.{i}.SignalQualityExt.': {
    table: false;
    params: {
      RxMER: ReadOnly<number>;
      RxMerSamples: ReadOnly<number>;
      FbeNormalizationCoefficient: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DOCSIS.UpstreamChannel.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      ID: ReadOnly<number>;
      Frequency: ReadOnly<number>;
      Width: ReadOnly<number>;
      SlotSize: ReadOnly<number>;
      TxTimingOffset: ReadOnly<number>;
      RangingBackoffStart: ReadOnly<number>;
      RangingBackoffEnd: ReadOnly<number>;
      TxBackoffStart: ReadOnly<number>;
      TxBackoffEnd: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DOCSIS.UpstreamChannel.{i}.Status.': {
    table: false;
    params: {
      TxPower: ReadOnly<number>;
      T3Timeouts: ReadOnly<number>;
      T4Timeouts: ReadOnly<number>;
      RangingAborteds: ReadOnly<number>;
      ModulationType: ReadOnly<string>;
      EqData: ReadOnly<string>;
      T3Exceededs: ReadOnly<number>;
      IsMuted: ReadOnly<boolean>;
      RangingStatus: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DOCSIS.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      MACAddress: ReadOnly<string>;
      CMTSAddress: ReadOnly<string>;
      Capabilities: ReadOnly<string>;
      FirmwareVersion: ReadOnly<string>;
      DOCSISVersion: ReadOnly<string>;
      MdCfgIpProvMode: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DOCSIS.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<bigint>;
      DiscardPacketsReceived: ReadOnly<bigint>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<bigint>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DOCSIS.Interface.{i}.ConnectivityStatus.': {
    table: false;
    params: {
      Value: ReadOnly<string>;
      StatusCode: ReadOnly<string>;
      Resets: ReadOnly<number>;
      LostSyncs: ReadOnly<number>;
      InvalidMaps: ReadOnly<number>;
      InvalidUcds: ReadOnly<number>;
      InvalidRangingRsps: ReadOnly<number>;
      InvalidRegRsps: ReadOnly<number>;
      T1Timeouts: ReadOnly<number>;
      T2Timeouts: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DOCSIS.SpectrumAnalysis.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      InactivityTimeout: ReadWrite<number>;
      FirstSegmentCenterFrequency: ReadWrite<number>;
      LastSegmentCenterFrequency: ReadWrite<number>;
      SegmentFrequencySpan: ReadWrite<number>;
      NumBinsPerSegment: ReadWrite<number>;
      EquivalentNoiseBandwidth: ReadWrite<number>;
      WindowFunction: ReadWrite<string>;
      NumberOfAverages: ReadWrite<number>;
      ResultNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DOCSIS.SpectrumAnalysis.Result.{i}.': {
    table: true;
    params: {
      Frequency: ReadOnly<number>;
      AmplitudeData: ReadOnly<string>;
      TotalSegmentPower: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.PTM.': {
    table: false;
    params: {
      LinkNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.PTM.Link.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      MACAddress: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.PTM.Link.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Ethernet.': {
    table: false;
    params: {
      WoLSupported: ReadOnly<boolean>;
      FlowControlSupported: ReadOnly<boolean>;
      InterfaceNumberOfEntries: ReadOnly<number>;
      LinkNumberOfEntries: ReadOnly<number>;
      VLANTerminationNumberOfEntries: ReadOnly<number>;
      LAGNumberOfEntries: ReadOnly<number>;
      RMONStatsNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Ethernet.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      MaxBitRate: ReadWrite<number>;
      MACAddress: ReadOnly<string>;
      SupportedLinkModes: ReadOnly<string>;
      AdvertisedLinkModes: ReadWrite<string>;
      LinkPartnerAdvertisedLinkModes: ReadOnly<string>;
      CurrentBitRate: ReadOnly<number>;
      DuplexMode: ReadWrite<string>;
      CurrentDuplexMode: ReadOnly<string>;
      EEECapability: ReadOnly<boolean>;
      EEEEnable: ReadWrite<boolean>;
      EEEStatus: ReadOnly<string>;
      EDPDCapability: ReadOnly<boolean>;
      EDPDEnable: ReadWrite<boolean>;
      EDPDStatus: ReadOnly<string>;
      MDIX: ReadWrite<string>;
      CurrentMDIX: ReadOnly<string>;
      SFPReferenceList: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Ethernet.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
      Collisions: ReadOnly<bigint>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Ethernet.Link.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      MTU: ReadWrite<number>;
      MACAddress: ReadWrite<string>;
      PriorityTagging: ReadWrite<boolean>;
      FlowControl: ReadWrite<boolean>;
      NoARP: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Ethernet.Link.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
      PausePacketsSent: ReadOnly<bigint>;
      PausePacketsReceived: ReadOnly<bigint>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Ethernet.VLANTermination.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      VLANID: ReadWrite<number>;
      VLANPriority: ReadWrite<number>;
      TPID: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Ethernet.VLANTermination.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Ethernet.LAG.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      MACAddress: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Ethernet.LAG.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Ethernet.RMONStats.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      Interface: ReadWrite<string>;
      VLANID: ReadWrite<number>;
      Queue: ReadWrite<string>;
      AllQueues: ReadWrite<boolean>;
      DropEvents: ReadOnly<number>;
      Bytes: ReadOnly<bigint>;
      Packets: ReadOnly<bigint>;
      BroadcastPackets: ReadOnly<bigint>;
      MulticastPackets: ReadOnly<bigint>;
      CRCErroredPackets: ReadOnly<number>;
      UndersizePackets: ReadOnly<number>;
      OversizePackets: ReadOnly<number>;
      Packets64Bytes: ReadOnly<bigint>;
      Packets65to127Bytes: ReadOnly<bigint>;
      Packets128to255Bytes: ReadOnly<bigint>;
      Packets256to511Bytes: ReadOnly<bigint>;
      Packets512to1023Bytes: ReadOnly<bigint>;
      Packets1024to1518Bytes: ReadOnly<bigint>;
    };
    commands: {};
    events: {};
  };
  'Device.Ethernet.WoL.': {
    table: false;
    params: {};
    commands: {
      'SendMagicPacket()': { async: false; input: { MACAddress?: string; Password?: string }; output: {} };
    };
    events: {};
  };
  'Device.USB.': {
    table: false;
    params: {
      InterfaceNumberOfEntries: ReadOnly<number>;
      PortNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.USB.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      MaxBitRate: ReadOnly<number>;
      MACAddress: ReadOnly<string>;
      Port: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.USB.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.USB.Port.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      Standard: ReadOnly<string>;
      Type: ReadOnly<string>;
      Receptacle: ReadOnly<string>;
      Rate: ReadOnly<string>;
      Power: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.USB.USBHosts.': {
    table: false;
    params: {
      HostNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.USB.USBHosts.Host.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Name: ReadOnly<string>;
      Type: ReadOnly<string>;
      PowerManagementEnable: ReadWrite<boolean>;
      USBVersion: ReadOnly<string>;
      DeviceNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.USB.USBHosts.Host.{i}.Device.{i}.': {
    table: true;
    params: {
      DeviceNumber: ReadOnly<number>;
      USBVersion: ReadOnly<string>;
      DeviceClass: ReadOnly<string>;
      DeviceSubClass: ReadOnly<string>;
      DeviceVersion: ReadOnly<number>;
      DeviceProtocol: ReadOnly<string>;
      ProductID: ReadOnly<number>;
      VendorID: ReadOnly<number>;
      Manufacturer: ReadOnly<string>;
      ProductClass: ReadOnly<string>;
      SerialNumber: ReadOnly<string>;
      Port: ReadOnly<number>;
      USBPort: ReadOnly<string>;
      Rate: ReadOnly<string>;
      Parent: ReadOnly<string>;
      MaxChildren: ReadOnly<number>;
      IsSuspended: ReadOnly<boolean>;
      IsSelfPowered: ReadOnly<boolean>;
      ConfigurationNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.USB.USBHosts.Host.{i}.Device.{i}.Configuration.{i}.': {
    table: true;
    params: {
      ConfigurationNumber: ReadOnly<number>;
      InterfaceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.USB.USBHosts.Host.{i}.Device.{i}.Configuration.{i}.Interface.{i}.': {
    table: true;
    params: {
      InterfaceNumber: ReadOnly<number>;
      InterfaceClass: ReadOnly<string>;
      InterfaceSubClass: ReadOnly<string>;
      InterfaceProtocol: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.HPNA.': {
    table: false;
    params: {
      InterfaceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.HPNA.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      MaxBitRate: ReadOnly<number>;
      MACAddress: ReadOnly<string>;
      FirmwareVersion: ReadOnly<string>;
      NodeID: ReadOnly<number>;
      IsMaster: ReadOnly<boolean>;
      Synced: ReadOnly<boolean>;
      TotalSyncTime: ReadOnly<number>;
      NetworkUtilization: ReadOnly<number>;
      PossibleConnectionTypes: ReadOnly<string>;
      ConnectionType: ReadWrite<string>;
      PossibleSpectralModes: ReadOnly<string>;
      SpectralMode: ReadWrite<string>;
      MTU: ReadWrite<number>;
      NoiseMargin: ReadWrite<number>;
      DefaultNonLARQPER: ReadWrite<number>;
      LARQEnable: ReadWrite<boolean>;
      MinMulticastRate: ReadWrite<number>;
      NegMulticastRate: ReadOnly<number>;
      MasterSelectionMode: ReadWrite<string>;
      AssociatedDeviceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.HPNA.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.HPNA.Interface.{i}.QoS.': {
    table: false;
    params: {
      FlowSpecNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.HPNA.Interface.{i}.QoS.FlowSpec.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      TrafficClasses: ReadWrite<string>;
      FlowType: ReadWrite<string>;
      Priority: ReadWrite<number>;
      Latency: ReadWrite<number>;
      Jitter: ReadWrite<number>;
      PacketSize: ReadWrite<number>;
      MinRate: ReadWrite<number>;
      AvgRate: ReadWrite<number>;
      MaxRate: ReadWrite<number>;
      PER: ReadWrite<number>;
      Timeout: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.HPNA.Interface.{i}.AssociatedDevice.{i}.': {
    table: true;
    params: {
      MACAddress: ReadOnly<string>;
      NodeID: ReadOnly<number>;
      IsMaster: ReadOnly<boolean>;
      Synced: ReadOnly<boolean>;
      TotalSyncTime: ReadOnly<number>;
      MaxBitRate: ReadOnly<number>;
      PHYDiagnosticsEnable: ReadWrite<boolean>;
      Active: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.HPNA.Diagnostics.': {
    table: false;
    params: {};
    commands: {
      'PHYThroughput()': { async: true; input: { Interface: string; NumPacketsInBurst: number; BurstInterval: number; TestPacketPayloadLength: number; PayloadEncoding: number; PayloadDataGen: number; PayloadType: string; PriorityLevel: number }; output: { Status?: string; 'Result.{i}.SrcMACAddress'?: string; 'Result.{i}.DestMACAddress'?: string; 'Result.{i}.PHYRate'?: number; 'Result.{i}.BaudRate'?: number; 'Result.{i}.SNR'?: number; 'Result.{i}.PacketsReceived'?: number; 'Result.{i}.Attenuation'?: number } };
      'PerformanceMonitoring()': { async: true; input: { Interface: string; SampleInterval: number }; output: { Status?: string; 'Nodes.CurrentStart'?: string; 'Nodes.CurrentEnd'?: string; 'Nodes.Node.{i}.MACAddress'?: string; 'Nodes.Node.{i}.BytesSent'?: bigint; 'Nodes.Node.{i}.BytesReceived'?: bigint; 'Nodes.Node.{i}.PacketsSent'?: bigint; 'Nodes.Node.{i}.PacketsReceived'?: bigint; 'Nodes.Node.{i}.BroadcastPacketsSent'?: bigint; 'Nodes.Node.{i}.BroadcastPacketsReceived'?: bigint; 'Nodes.Node.{i}.MulticastPacketsSent'?: bigint; 'Nodes.Node.{i}.MulticastPacketsReceived'?: bigint; 'Nodes.Node.{i}.PacketsCrcErrored'?: number; 'Nodes.Node.{i}.PacketsCrcErroredHost'?: number; 'Nodes.Node.{i}.PacketsShortErrored'?: number; 'Nodes.Node.{i}.PacketsShortErroredHost'?: number; 'Nodes.Node.{i}.RxPacketsDropped'?: number; 'Nodes.Node.{i}.TxPacketsDropped'?: number; 'Nodes.Node.{i}.ControlRequestLocal'?: number; 'Nodes.Node.{i}.ControlReplyLocal'?: number; 'Nodes.Node.{i}.ControlRequestRemote'?: number; 'Nodes.Node.{i}.ControlReplyRemote'?: number; 'Nodes.Node.{i}.PacketsSentWire'?: bigint; 'Nodes.Node.{i}.BroadcastPacketsSentWire'?: bigint; 'Nodes.Node.{i}.MulticastPacketsSentWire'?: bigint; 'Nodes.Node.{i}.PacketsInternalControl'?: number; 'Nodes.Node.{i}.BroadcastPacketsInternalControl'?: number; 'Nodes.Node.{i}.PacketsReceivedQueued'?: number; 'Nodes.Node.{i}.PacketsReceivedForwardUnknown'?: number; 'Nodes.Node.{i}.NodeUtilization'?: number; 'Channels.TimeStamp'?: string; 'Channels.Channel.{i}.HostSrcMACAddress'?: string; 'Channels.Channel.{i}.HostDestMACAddress'?: string; 'Channels.Channel.{i}.HPNASrcMACAddress'?: string; 'Channels.Channel.{i}.HPNADestMACAddress'?: string; 'Channels.Channel.{i}.PHYRate'?: number; 'Channels.Channel.{i}.BaudRate'?: number; 'Channels.Channel.{i}.SNR'?: number; 'Channels.Channel.{i}.PacketsSent'?: number; 'Channels.Channel.{i}.PacketsReceived'?: number; 'Channels.Channel.{i}.LARQPacketsReceived'?: number; 'Channels.Channel.{i}.FlowSpec'?: string } };
    };
    events: {};
  };
  'Device.MoCA.': {
    table: false;
    params: {
      InterfaceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.MoCA.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      MaxBitRate: ReadOnly<number>;
      AccessControlNumberOfEntries: ReadOnly<number>;
      RlapmNumberOfEntries: ReadOnly<number>;
      SapmNumberOfEntries: ReadOnly<number>;
      MeshNumberOfEntries: ReadOnly<number>;
      BridgeNumberOfEntries: ReadOnly<number>;
      MeshScModNumberOfEntries: ReadOnly<number>;
      MACAddress: ReadOnly<string>;
      FirmwareVersion: ReadOnly<string>;
      MaxIngressBW: ReadOnly<number>;
      MaxEgressBW: ReadOnly<number>;
      HighestVersion: ReadOnly<string>;
      CurrentVersion: ReadOnly<string>;
      NetworkCoordinator: ReadOnly<number>;
      NodeID: ReadOnly<number>;
      MaxNodes: ReadOnly<boolean>;
      NumNodes: ReadOnly<number>;
      PreferredNC: ReadWrite<boolean>;
      BackupNC: ReadOnly<number>;
      PrivacyEnabledSetting: ReadWrite<boolean>;
      PrivacyEnabled: ReadOnly<boolean>;
      AccessControlEnable: ReadWrite<boolean>;
      PhyThreshold: ReadWrite<number>;
      PhyThresholdTrapEnable: ReadWrite<boolean>;
      StatusChangeEnable: ReadWrite<boolean>;
      NumNodesChangeEnable: ReadWrite<boolean>;
      TpcTargetRateNper: ReadWrite<number>;
      Band: ReadWrite<string>;
      LastOperFreqUpdateEnable: ReadWrite<boolean>;
      FreqCapabilityMask: ReadOnly<string>;
      FreqCurrentMaskSetting: ReadWrite<string>;
      FreqCurrentMask: ReadOnly<string>;
      CurrentOperFreq: ReadOnly<number>;
      LastOperFreq: ReadWrite<number>;
      TpcEnable: ReadWrite<boolean>;
      KeyPassphrase: ReadWrite<string>;
      PerMode: ReadWrite<number>;
      TurboModeEnable: ReadWrite<boolean>;
      PolicingEnable: ReadWrite<boolean>;
      TlpMin: ReadWrite<number>;
      TlpMax: ReadWrite<number>;
      RlapmEnable: ReadWrite<boolean>;
      RlapmProfileSelect: ReadWrite<number>;
      SapmEnable: ReadWrite<boolean>;
      SapmProfileSelect: ReadWrite<number>;
      PowerStateRequest: ReadWrite<string>;
      SeqNumMr: ReadWrite<number>;
      PowerStateTrapEnable: ReadWrite<boolean>;
      LmoTrapEnable: ReadWrite<boolean>;
      PrimaryOffset: ReadWrite<number>;
      SecondaryOffset: ReadWrite<number>;
      BeaconPowerDistributed: ReadWrite<number>;
      BeaconPowerLocal: ReadWrite<number>;
      BeaconPowerMePie: ReadWrite<string>;
      BeaconPowerMePieSend: ReadWrite<boolean>;
      BeaconPowerNetConfig: ReadWrite<boolean>;
      EnhancedPassword: ReadWrite<string>;
      FirstOffset: ReadWrite<number>;
      HandoffToLowerVersionEnable: ReadWrite<boolean>;
      MgntEntityNetIePayloadRespTimeout: ReadWrite<number>;
      MgntEntityNetIePayloadTx: ReadWrite<string>;
      MpsPrivacyDown: ReadWrite<boolean>;
      MpsPrivacyReceive: ReadWrite<boolean>;
      MpsReset: ReadWrite<boolean>;
      MpsTriggered: ReadWrite<boolean>;
      MpsUnpairedTime: ReadWrite<number>;
      MpsWalkTime: ReadWrite<number>;
      NetworkJoin: ReadWrite<boolean>;
      NetworkNameAdmissionRule: ReadWrite<string>;
      NetworkNameNcNn: ReadWrite<string>;
      NumChannels: ReadWrite<number>;
      Per25Mode: ReadWrite<number>;
      PrivacySupported: ReadWrite<string>;
      TrafficPermissionEthertype: ReadWrite<string>;
      TrafficPermissionLink: ReadWrite<string>;
      ConnectedNodesChangeTrapEn: ReadWrite<boolean>;
      MgntEntityNetwIePayloadRecTrapEn: ReadWrite<boolean>;
      MpsTrapEn: ReadWrite<boolean>;
      NcPrivSupportedRecTrapEn: ReadWrite<boolean>;
      NetworkNameRecTrapEn: ReadWrite<boolean>;
      NodeDropTrapEn: ReadWrite<boolean>;
      TxPowerLimit: ReadWrite<number>;
      PowerCntlPhyTarget: ReadWrite<number>;
      BeaconPowerLimit: ReadWrite<number>;
      NetworkTabooMask: ReadOnly<string>;
      NodeTabooMask: ReadOnly<string>;
      SupportedBands: ReadOnly<string>;
      TxBcastRate: ReadOnly<number>;
      TxBcastPowerReduction: ReadOnly<number>;
      QAM256Capable: ReadOnly<boolean>;
      PacketAggregationCapability: ReadOnly<number>;
      AssociatedDeviceNumberOfEntries: ReadOnly<number>;
      PasswordHash: ReadOnly<string>;
      AggregationSize: ReadOnly<number>;
      AeNumber: ReadOnly<number>;
      SupportedIngressPqosFlows: ReadOnly<number>;
      SupportedEgressPqosFlows: ReadOnly<number>;
      PowerStateCap: ReadOnly<string>;
      AvbSupport: ReadOnly<boolean>;
      ResetCount: ReadOnly<number>;
      LinkDownCount: ReadOnly<number>;
      LmoNodeID: ReadOnly<number>;
      NetworkState: ReadOnly<string>;
      PrimaryChannelOffset: ReadOnly<number>;
      SecondaryChannelOffset: ReadOnly<number>;
      ResetReason: ReadOnly<string>;
      NcVersion: ReadOnly<string>;
      LinkState: ReadOnly<string>;
      ConnectedNodesInfo: ReadOnly<string>;
      MgntEntityNetIePayloadRx: ReadOnly<string>;
      Moca25PhyCapable: ReadOnly<boolean>;
      MpsInitScanPayload: ReadOnly<string>;
      MpsState: ReadOnly<boolean>;
      NetworkNamePayload: ReadOnly<string>;
      PrivacyNc: ReadOnly<string>;
      PowerStateResp: ReadOnly<boolean>;
      PowerStateStatus: ReadOnly<string>;
      ConnectedNodesDropReason: ReadOnly<string>;
    };
    commands: {};
    events: {
      'BelowPhyThresholdTrap!': { LowestPhyRate?: string };
      'AbovePhyThresholdTrap!': {};
      'StatusChangeTrap!': { Status?: string };
      'NumNodesChangeTrap!': { NumNodes?: number };
      'MrRstSuccessTrap!': {};
      'MrRstFailTrap!': {};
      'MrNetworkSuccessTrap!': {};
      'MrNetworkFailTrap!': {};
      'PowerStateBcstRecTrap!': {};
      'PowerStateM0NcTrap!': {};
      'PowerStateNc1xTrap!': {};
      'PowerStateNetVerTrap!': {};
      'PowerStateRespTrap!': {};
      'PowerStateUcstPenTrap!': {};
      'PowerStateTrnsReqTrap!': {};
      'PowerStateWupUrTrap!': {};
      'LmoStatusTrap!': {};
      'LinkFailureTrap!': {};
      'ConnectedNodesChangeTrap!': { ConnectedNodesInfo?: string };
      'MgntEntityNetwIePayloadRecTrap!': {};
      'MpsInitScanRecTrap!': { MpsInitScanPayload?: string };
      'MpsPairFailTrap!': {};
      'MpsPrivacyChangedTrap!': {};
      'NcPrivacySupportedRecTrap!': { PrivacyNc?: string };
      'NetworkNameRecTrap!': { NetworkNamePayload?: string };
      'NodeDropAdmFailureTrap!': {};
      'NodeDropNcTrap!': {};
      'NodeDropMpsTriggeredTrap!': {};
      'NodeDropNcChgTrap!': {};
    };
  };
  'Device.MoCA.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
      RxCorrectedErrors: ReadOnly<bigint>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.MoCA.Interface.{i}.AccessControl.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      MACAddress: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.MoCA.Interface.{i}.Rlapm.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Profile: ReadWrite<number>;
      Frequency: ReadWrite<number>;
      GlobalAggrRxPwrLevel: ReadWrite<number>;
      PhyMargin: ReadWrite<number>;
      Status: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.MoCA.Interface.{i}.Sapm.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Profile: ReadWrite<number>;
      Frequency: ReadWrite<number>;
      AggrRxPwrLevelThreshold: ReadWrite<number>;
      PhyMargin: ReadWrite<string>;
      Status: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.MoCA.Interface.{i}.Reset.': {
    table: false;
    params: {
      NodeMask: ReadWrite<string>;
      StartTime: ReadWrite<number>;
      StatusTrapEnable: ReadWrite<boolean>;
      NetworkTrapEnable: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.MoCA.Interface.{i}.QoS.': {
    table: false;
    params: {
      EgressNumFlows: ReadOnly<number>;
      IngressNumFlows: ReadOnly<number>;
      FlowStatsNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.MoCA.Interface.{i}.QoS.FlowStats.{i}.': {
    table: true;
    params: {
      FlowID: ReadOnly<string>;
      PacketDA: ReadOnly<string>;
      MaxRate: ReadOnly<number>;
      MaxBurstSize: ReadOnly<number>;
      LeaseTime: ReadOnly<number>;
      Tag: ReadOnly<number>;
      LeaseTimeLeft: ReadOnly<number>;
      FlowPackets: ReadOnly<number>;
      IngressGuid: ReadOnly<string>;
      EgressGuid: ReadOnly<string>;
      MaximumLatency: ReadOnly<number>;
      ShortTermAvgRatio: ReadOnly<number>;
      FlowPer: ReadOnly<number>;
      IngressClassify: ReadOnly<string>;
      VlanTag: ReadOnly<number>;
      DscpMoca: ReadOnly<number>;
      Dfid: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.MoCA.Interface.{i}.AssociatedDevice.{i}.': {
    table: true;
    params: {
      MACAddress: ReadOnly<string>;
      NodeID: ReadOnly<number>;
      PreferredNC: ReadOnly<boolean>;
      HighestVersion: ReadOnly<string>;
      PHYTxRate: ReadOnly<number>;
      PHYRxRate: ReadOnly<number>;
      TxPowerControlReduction: ReadOnly<number>;
      RxPowerLevel: ReadOnly<number>;
      TxBcastRate: ReadOnly<number>;
      RxBcastPowerLevel: ReadOnly<number>;
      TxPackets: ReadOnly<bigint>;
      TxDrops: ReadOnly<number>;
      RxPackets: ReadOnly<bigint>;
      RxCorrected: ReadOnly<bigint>;
      RxErroredAndMissedPackets: ReadOnly<number>;
      BondingCapable: ReadOnly<boolean>;
      QAM256Capable: ReadOnly<boolean>;
      PacketAggregationCapability: ReadOnly<number>;
      RxSNR: ReadOnly<number>;
      Active: ReadOnly<boolean>;
      SupportedIngressPqosFlows: ReadOnly<number>;
      SupportedEgressPqosFlows: ReadOnly<number>;
      AggregationSize: ReadOnly<number>;
      AeNumber: ReadOnly<number>;
      PowerState: ReadOnly<string>;
      PowerStateCapability: ReadOnly<string>;
      PDelay: ReadOnly<number>;
      EnhancedPrivacyCapable: ReadOnly<boolean>;
      LinkType: ReadOnly<string>;
      Moca25PhyCapable: ReadOnly<boolean>;
      RxPwrList: ReadOnly<string>;
      RxSNRList: ReadOnly<string>;
      TxPwrList: ReadOnly<string>;
      TxPwrReductionList: ReadOnly<string>;
      EgressNodeNumFlows: ReadOnly<number>;
      IngressNodeNumFlows: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.MoCA.Interface.{i}.Mesh.{i}.': {
    table: true;
    params: {
      TxNodeIndex: ReadOnly<number>;
      RxNodeIndex: ReadOnly<number>;
      TxRate: ReadOnly<number>;
      TxRateNper: ReadOnly<number>;
      TxRateVlper: ReadOnly<number>;
      LinkType: ReadOnly<string>;
      Power: ReadOnly<string>;
      PowerReduction: ReadOnly<string>;
      RxSNR: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.MoCA.Interface.{i}.Bridge.{i}.': {
    table: true;
    params: {
      NodeIndex: ReadOnly<number>;
      MACAddresses: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.MoCA.Interface.{i}.MeshScMod.{i}.': {
    table: true;
    params: {
      TxNodeIndex: ReadOnly<number>;
      RxNodeIndex: ReadOnly<number>;
      ChannelIndex: ReadOnly<string>;
      Mod: ReadOnly<string>;
      Nper: ReadOnly<string>;
      Vlper: ReadOnly<string>;
      ModM25: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.MoCA.Interface.{i}.Aca.': {
    table: false;
    params: {};
    commands: {
      'Aca()': { async: true; input: { NodeID?: number; Type?: string; Channel?: number; ReportNodeMask?: string }; output: { Status?: string; TotalRxPower?: number; PowerProfile?: string } };
    };
    events: {};
  };
  'Device.Ghn.': {
    table: false;
    params: {
      InterfaceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Ghn.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      MaxBitRate: ReadOnly<number>;
      MACAddress: ReadOnly<string>;
      FirmwareVersion: ReadOnly<string>;
      MaxTransmitRate: ReadOnly<number>;
      TargetDomainNames: ReadWrite<string>;
      DomainName: ReadOnly<string>;
      DomainNameIdentifier: ReadOnly<number>;
      DomainId: ReadOnly<number>;
      DeviceId: ReadOnly<number>;
      NodeTypeDMCapable: ReadOnly<boolean>;
      DMRequested: ReadWrite<boolean>;
      IsDM: ReadOnly<boolean>;
      NodeTypeSCCapable: ReadOnly<boolean>;
      SCRequested: ReadWrite<boolean>;
      IsSC: ReadOnly<boolean>;
      StandardVersions: ReadOnly<string>;
      MaxBandPlan: ReadOnly<number>;
      MediumType: ReadOnly<string>;
      TAIFG: ReadOnly<number>;
      NotchedAmateurRadioBands: ReadWrite<string>;
      PHYThroughputDiagnosticsEnable: ReadWrite<string>;
      PerformanceMonitoringDiagnosticsEnable: ReadWrite<string>;
      SMMaskedBandNumberOfEntries: ReadOnly<number>;
      NodeTypeDMConfig: ReadWrite<boolean>;
      NodeTypeDMStatus: ReadOnly<boolean>;
      NodeTypeSCStatus: ReadOnly<boolean>;
      AssociatedDeviceNumberOfEntries: ReadOnly<number>;
      PSM: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Ghn.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
      MgmtBytesSent: ReadOnly<bigint>;
      MgmtBytesReceived: ReadOnly<bigint>;
      MgmtPacketsSent: ReadOnly<bigint>;
      MgmtPacketsReceived: ReadOnly<bigint>;
      BlocksSent: ReadOnly<bigint>;
      BlocksReceived: ReadOnly<bigint>;
      BlocksResent: ReadOnly<number>;
      BlocksErrorsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Ghn.Interface.{i}.AssociatedDevice.{i}.': {
    table: true;
    params: {
      MACAddress: ReadOnly<string>;
      DeviceId: ReadOnly<number>;
      TxPhyRate: ReadOnly<number>;
      RxPhyRate: ReadOnly<number>;
      Active: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Ghn.Interface.{i}.DMInfo.': {
    table: false;
    params: {
      DomainName: ReadWrite<string>;
      DomainNameIdentifier: ReadOnly<string>;
      DomainId: ReadOnly<number>;
      MACCycleDuration: ReadWrite<number>;
      SCDeviceId: ReadWrite<number>;
      SCMACAddress: ReadWrite<string>;
      ReregistrationTimePeriod: ReadWrite<number>;
      TopologyPeriodicInterval: ReadWrite<number>;
      MinSupportedBandplan: ReadWrite<number>;
      MaxSupportedBandplan: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Ghn.Interface.{i}.SCInfo.': {
    table: false;
    params: {
      ModesSupported: ReadOnly<string>;
      ModeEnabled: ReadWrite<string>;
      MICSize: ReadWrite<string>;
      Location: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Ghn.Interface.{i}.SMMaskedBand.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      BandNumber: ReadWrite<number>;
      StartSubCarrier: ReadWrite<number>;
      StopSubCarrier: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Ghn.Diagnostics.': {
    table: false;
    params: {};
    commands: {
      'PHYThroughput()': { async: true; input: { Interface: string; DiagnoseMACAddress: string }; output: { Status?: string; 'Result.{i}.DestinationMACAddress'?: string; 'Result.{i}.LinkState'?: string; 'Result.{i}.TxPhyRate'?: number; 'Result.{i}.RxPhyRate'?: number } };
      'PerformanceMonitoring()': { async: true; input: { Interface: string; DiagnoseMACAddress: string; SampleInterval: number; SNRGroupLength: number }; output: { Status?: string; 'Nodes.CurrentStart'?: string; 'Nodes.CurrentEnd'?: string; 'Nodes.Node.{i}.DestinationMACAddress'?: string; 'Nodes.Node.{i}.BytesSent'?: bigint; 'Nodes.Node.{i}.BytesReceived'?: bigint; 'Nodes.Node.{i}.PacketsSent'?: bigint; 'Nodes.Node.{i}.PacketsReceived'?: bigint; 'Nodes.Node.{i}.ErrorsSent'?: number; 'Nodes.Node.{i}.ErrorsReceived'?: number; 'Nodes.Node.{i}.UnicastPacketsSent'?: bigint; 'Nodes.Node.{i}.UnicastPacketsReceived'?: bigint; 'Nodes.Node.{i}.DiscardPacketsSent'?: number; 'Nodes.Node.{i}.DiscardPacketsReceived'?: number; 'Nodes.Node.{i}.MulticastPacketsSent'?: bigint; 'Nodes.Node.{i}.MulticastPacketsReceived'?: bigint; 'Nodes.Node.{i}.BroadcastPacketsSent'?: bigint; 'Nodes.Node.{i}.BroadcastPacketsReceived'?: bigint; 'Nodes.Node.{i}.UnknownProtoPacketsReceived'?: number; 'Nodes.Node.{i}.MgmtBytesSent'?: bigint; 'Nodes.Node.{i}.MgmtBytesReceived'?: bigint; 'Nodes.Node.{i}.MgmtPacketsSent'?: bigint; 'Nodes.Node.{i}.MgmtPacketsReceived'?: bigint; 'Nodes.Node.{i}.BlocksSent'?: bigint; 'Nodes.Node.{i}.BlocksReceived'?: bigint; 'Nodes.Node.{i}.BlocksResent'?: number; 'Nodes.Node.{i}.BlocksErrorsReceived'?: number; 'Channels.TimeStamp'?: string; 'Channels.Channel.{i}.DestinationMACAddress'?: string; 'Channels.Channel.{i}.SNR'?: string } };
    };
    events: {};
  };
  'Device.HomePlug.': {
    table: false;
    params: {
      InterfaceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.HomePlug.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      MaxBitRate: ReadOnly<number>;
      MACAddress: ReadOnly<string>;
      LogicalNetwork: ReadWrite<string>;
      Version: ReadOnly<string>;
      FirmwareVersion: ReadOnly<string>;
      ForceCCo: ReadWrite<boolean>;
      NetworkPassword: ReadWrite<string>;
      OtherNetworksPresent: ReadOnly<string>;
      AssociatedDeviceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.HomePlug.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
      MPDUTxAck: ReadOnly<bigint>;
      MPDUTxCol: ReadOnly<bigint>;
      MPDUTxFailed: ReadOnly<bigint>;
      MPDURxAck: ReadOnly<bigint>;
      MPDURxFailed: ReadOnly<bigint>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.HomePlug.Interface.{i}.AssociatedDevice.{i}.': {
    table: true;
    params: {
      MACAddress: ReadOnly<string>;
      TxPhyRate: ReadOnly<number>;
      RxPhyRate: ReadOnly<number>;
      SNRPerTone: ReadOnly<string>;
      AvgAttenuation: ReadOnly<number>;
      EndStationMACs: ReadOnly<string>;
      Active: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.UPA.': {
    table: false;
    params: {
      InterfaceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.UPA.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      MaxBitRate: ReadOnly<number>;
      MACAddress: ReadOnly<string>;
      FirmwareVersion: ReadOnly<string>;
      NodeType: ReadWrite<string>;
      LogicalNetwork: ReadWrite<string>;
      EncryptionMethod: ReadWrite<string>;
      EncryptionKey: ReadWrite<string>;
      PowerBackoffEnabled: ReadWrite<boolean>;
      PowerBackoffMechanismActive: ReadOnly<boolean>;
      EstApplicationThroughput: ReadOnly<number>;
      ActiveNotchEnable: ReadWrite<boolean>;
      ActiveNotchNumberOfEntries: ReadOnly<number>;
      AssociatedDeviceNumberOfEntries: ReadOnly<number>;
      BridgeForNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.UPA.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.UPA.Interface.{i}.AssociatedDevice.{i}.': {
    table: true;
    params: {
      MACAddress: ReadOnly<string>;
      Port: ReadOnly<number>;
      LogicalNetwork: ReadOnly<string>;
      PhyTxThroughput: ReadOnly<number>;
      PhyRxThroughput: ReadOnly<number>;
      RealPhyRxThroughput: ReadOnly<number>;
      EstimatedPLR: ReadOnly<number>;
      MeanEstimatedAtt: ReadOnly<number>;
      SmartRouteIntermediatePLCMAC: ReadOnly<string>;
      DirectRoute: ReadOnly<boolean>;
      Active: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.UPA.Interface.{i}.ActiveNotch.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      StartFreq: ReadWrite<number>;
      StopFreq: ReadWrite<number>;
      Depth: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.UPA.Interface.{i}.BridgeFor.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      MACAddress: ReadOnly<string>;
      Port: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.UPA.Diagnostics.': {
    table: false;
    params: {};
    commands: {
      'InterfaceMeasurement()': { async: true; input: { Type: string; Interface: string; Port: number }; output: { Status?: string; Measurements?: string; RxGain?: number } };
    };
    events: {};
  };
  'Device.WiFi.': {
    table: false;
    params: {
      RadioNumberOfEntries: ReadOnly<number>;
      SSIDNumberOfEntries: ReadOnly<number>;
      AccessPointNumberOfEntries: ReadOnly<number>;
      EndPointNumberOfEntries: ReadOnly<number>;
      ResetCounter: ReadOnly<number>;
      ResetCause: ReadOnly<string>;
    };
    commands: {
      'NeighboringWiFiDiagnostic()': { async: true; input: {}; output: { Status?: string; 'Result.{i}.Radio'?: string; 'Result.{i}.SSID'?: string; 'Result.{i}.BSSID'?: string; 'Result.{i}.Mode'?: string; 'Result.{i}.Channel'?: number; 'Result.{i}.SignalStrength'?: number; 'Result.{i}.SecurityModeEnabled'?: string; 'Result.{i}.EncryptionMode'?: string; 'Result.{i}.OperatingFrequencyBand'?: string; 'Result.{i}.SupportedStandards'?: string; 'Result.{i}.OperatingStandards'?: string; 'Result.{i}.OperatingChannelBandwidth'?: string; 'Result.{i}.BeaconPeriod'?: number; 'Result.{i}.Noise'?: number; 'Result.{i}.BasicDataTransferRates'?: string; 'Result.{i}.SupportedDataTransferRates'?: string; 'Result.{i}.DTIMPeriod'?: number } };
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.WiFi.DataElements.': {
    table: false;
    params: {};
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.': {
    table: false;
    params: {
      ID: ReadOnly<string>;
      TimeStamp: ReadOnly<string>;
      ControllerID: ReadOnly<string>;
      DeviceNumberOfEntries: ReadOnly<number>;
      MSCSDisallowedStaList: ReadOnly<string>;
      SCSDisallowedStaList: ReadOnly<string>;
      ColocatedAgentID: ReadOnly<string>;
      SteeringMandates: ReadOnly<bigint>;
      SteeringOpportunities: ReadOnly<bigint>;
      SSIDNumberOfEntries: ReadOnly<number>;
      STABlockNumberOfEntries: ReadOnly<number>;
      ProvisionedDPPNumberOfEntries: ReadOnly<number>;
      PreferredBackhaulsNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'SetTrafficSeparation()': { async: true; input: { Enable: boolean; 'SSIDtoVIDMapping.{i}.SSID'?: string; 'SSIDtoVIDMapping.{i}.VID'?: number }; output: { Status?: string } };
      'SetServicePrioritization()': { async: true; input: { Enable: boolean; DSCPMap?: string; 'SPRule.{i}.ID'?: number; 'SPRule.{i}.Precedence'?: number; 'SPRule.{i}.Output'?: number; 'SPRule.{i}.AlwaysMatch'?: boolean }; output: { Status?: string } };
      'SetPreferredBackhauls()': { async: true; input: { 'PreferredBackhauls.{i}.BackhaulMACAddress': string; 'PreferredBackhauls.{i}.bSTAMACAddress': string }; output: { Status?: string } };
      'SetSSID()': { async: true; input: { SSID: string; Enable?: boolean; AddRemoveChange: string; PassPhrase?: string; Band?: string; AKMsAllowed?: string; SuiteSelector?: string; AdvertisementEnabled?: boolean; MFPConfig?: string; MobilityDomain?: string; HaulType?: string; Type?: string }; output: { Status?: string } };
      'SetMSCSDisallowed()': { async: true; input: { MSCSDisallowedStaList: string }; output: { Status?: string } };
      'SetSCSDisallowed()': { async: true; input: { SCSDisallowedStaList: string }; output: { Status?: string } };
    };
    events: {
      'ControllerBTMSteer!': { BSSID?: string; STAMAC?: string; BTMStatusCode?: string };
      'AgentOnboard!': { DeviceID?: string; BackhaulSta?: string; BackhaulMACAddress?: string; BackhaulALID?: string };
    };
  };
  'Device.WiFi.DataElements.Network.SSID.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      SSID: ReadOnly<string>;
      Band: ReadOnly<string>;
      Enable: ReadOnly<boolean>;
      AKMsAllowed: ReadOnly<string>;
      SuiteSelector: ReadOnly<string>;
      AdvertisementEnabled: ReadOnly<boolean>;
      MFPConfig: ReadOnly<string>;
      MobilityDomain: ReadOnly<string>;
      HaulType: ReadOnly<string>;
      Type: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.STABlock.{i}.': {
    table: true;
    params: {
      BlockedSTA: ReadWrite<string>;
      BSSID: ReadWrite<string>;
      ScheduleNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.STABlock.{i}.Schedule.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Day: ReadWrite<string>;
      StartTime: ReadWrite<string>;
      Duration: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.ProvisionedDPP.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      DPPURI: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.MultiAPSteeringSummaryStats.': {
    table: false;
    params: {
      NoCandidateAPFailures: ReadOnly<bigint>;
      BlacklistAttempts: ReadOnly<bigint>;
      BlacklistSuccesses: ReadOnly<bigint>;
      BlacklistFailures: ReadOnly<bigint>;
      BTMAttempts: ReadOnly<bigint>;
      BTMSuccesses: ReadOnly<bigint>;
      BTMFailures: ReadOnly<bigint>;
      BTMQueryResponses: ReadOnly<bigint>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.': {
    table: true;
    params: {
      ID: ReadOnly<string>;
      MultiAPCapabilities: ReadOnly<string>;
      CollectionInterval: ReadOnly<number>;
      ReportUnsuccessfulAssociations: ReadWrite<boolean>;
      MaxReportingRate: ReadOnly<number>;
      APMetricsReportingInterval: ReadWrite<number>;
      AssociatedSTAReportingInterval: ReadWrite<number>;
      Manufacturer: ReadOnly<string>;
      SerialNumber: ReadOnly<string>;
      ManufacturerModel: ReadOnly<string>;
      SoftwareVersion: ReadOnly<string>;
      ExecutionEnv: ReadOnly<string>;
      DSCPMap: ReadOnly<string>;
      MaxPrioritizationRules: ReadOnly<number>;
      PrioritizationSupport: ReadOnly<boolean>;
      MaxVIDs: ReadOnly<number>;
      CountryCode: ReadOnly<string>;
      LocalSteeringDisallowedSTAList: ReadWrite<string>;
      BTMSteeringDisallowedSTAList: ReadWrite<string>;
      DFSEnable: ReadOnly<boolean>;
      ReportIndependentScans: ReadWrite<boolean>;
      MaxUnsuccessfulAssociationReportingRate: ReadWrite<number>;
      STASteeringState: ReadOnly<boolean>;
      CoordinatedCACAllowed: ReadWrite<boolean>;
      TrafficSeparationAllowed: ReadOnly<boolean>;
      ServicePrioritizationAllowed: ReadOnly<boolean>;
      ControllerOperationMode: ReadOnly<string>;
      BackhaulMACAddress: ReadOnly<string>;
      BackhaulALID: ReadOnly<string>;
      BackhaulDownMACAddress: ReadOnly<string>;
      BackhaulMediaType: ReadOnly<string>;
      BackhaulPHYRate: ReadOnly<number>;
      TrafficSeparationCapability: ReadOnly<boolean>;
      EasyConnectCapability: ReadOnly<boolean>;
      TestCapabilities: ReadOnly<number>;
      RadioNumberOfEntries: ReadOnly<number>;
      Default8021QNumberOfEntries: ReadOnly<number>;
      SSIDtoVIDMappingNumberOfEntries: ReadOnly<number>;
      CACStatusNumberOfEntries: ReadOnly<number>;
      IEEE1905SecurityNumberOfEntries: ReadOnly<number>;
      SPRuleNumberOfEntries: ReadOnly<number>;
      AnticipatedChannelsNumberOfEntries: ReadOnly<number>;
      AnticipatedChannelUsageNumberOfEntries: ReadOnly<number>;
      MaxNumMLDs: ReadOnly<number>;
      APMLDMaxLinks: ReadOnly<number>;
      bSTAMLDMaxLinks: ReadOnly<number>;
      TIDLinkMapCapability: ReadOnly<string>;
      APMLDNumberOfEntries: ReadOnly<number>;
      BackhaulDownNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'SetSTASteeringState()': { async: true; input: { Disallowed: boolean }; output: { Status?: string } };
      'SetDFSState()': { async: true; input: { DFSEnable: boolean }; output: { Status?: string } };
      'SetAnticipatedChannelPreference()': { async: true; input: { OpClass: number; ChannelList: string }; output: { Status?: string } };
      'InitiateWPSPBC()': { async: true; input: {}; output: { Status?: string } };
      'RefreshAPMetrics()': { async: true; input: { RUID?: string }; output: { Status?: string } };
    };
    events: {
      'BackhaulChange!': { MACAddress?: string; TargetBSSID?: string; ResultCode?: string; ReasonCode?: string };
    };
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Default8021Q.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      PrimaryVID: ReadWrite<number>;
      DefaultPCP: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.SSIDtoVIDMapping.{i}.': {
    table: true;
    params: {
      SSID: ReadOnly<string>;
      VID: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.CACStatus.{i}.': {
    table: true;
    params: {
      TimeStamp: ReadOnly<string>;
      CACAvailableChannelNumberOfEntries: ReadOnly<number>;
      CACNonOccupancyChannelNumberOfEntries: ReadOnly<number>;
      CACActiveChannelNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.CACStatus.{i}.CACAvailableChannel.{i}.': {
    table: true;
    params: {
      OpClass: ReadOnly<number>;
      Channel: ReadOnly<number>;
      Minutes: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.CACStatus.{i}.CACNonOccupancyChannel.{i}.': {
    table: true;
    params: {
      OpClass: ReadOnly<number>;
      Channel: ReadOnly<number>;
      Seconds: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.CACStatus.{i}.CACActiveChannel.{i}.': {
    table: true;
    params: {
      OpClass: ReadOnly<number>;
      Channel: ReadOnly<number>;
      Countdown: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.SPRule.{i}.': {
    table: true;
    params: {
      ID: ReadOnly<number>;
      Precedence: ReadOnly<number>;
      Output: ReadOnly<number>;
      AlwaysMatch: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.IEEE1905Security.{i}.': {
    table: true;
    params: {
      OnboardingProtocol: ReadOnly<number>;
      IntegrityAlgorithm: ReadOnly<number>;
      EncryptionAlgorithm: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.AnticipatedChannels.{i}.': {
    table: true;
    params: {
      OpClass: ReadOnly<number>;
      ChannelList: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.AnticipatedChannelUsage.{i}.': {
    table: true;
    params: {
      OpClass: ReadOnly<number>;
      Channel: ReadOnly<number>;
      ReferenceBSSID: ReadOnly<string>;
      EntryNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.AnticipatedChannelUsage.{i}.Entry.{i}.': {
    table: true;
    params: {
      BurstStartTime: ReadOnly<string>;
      BurstLength: ReadOnly<number>;
      Repetitions: ReadOnly<number>;
      BurstInterval: ReadOnly<number>;
      RUBitmask: ReadOnly<string>;
      TransmitterIdentifier: ReadOnly<string>;
      PowerLevel: ReadOnly<number>;
      ChannelUsageReason: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.BackhaulDown.{i}.': {
    table: true;
    params: {
      BackhaulDownALID: ReadOnly<string>;
      BackhaulDownMACAddress: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.AFCAvailableSpectrum.': {
    table: false;
    params: {
      AFCAvailableSpectrumInquiryRequest: ReadOnly<string>;
      AFCAvailableSpectrumInquiryResponse: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.MultiAPDevice.': {
    table: false;
    params: {
      ManufacturerOUI: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      AssocIEEE1905DeviceRef: ReadOnly<string>;
      EasyMeshControllerOperationMode: ReadOnly<string>;
      EasyMeshAgentOperationMode: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.MultiAPDevice.Backhaul.': {
    table: false;
    params: {
      LinkType: ReadOnly<string>;
      BackhaulMACAddress: ReadOnly<string>;
      BackhaulDeviceID: ReadOnly<string>;
      MACAddress: ReadOnly<string>;
      CurrentOperatingClassProfileNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'SteerWiFiBackhaul()': { async: true; input: { TargetBSS: string; Channel?: number; TimeOut: number }; output: { Status?: string } };
    };
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.MultiAPDevice.Backhaul.CurrentOperatingClassProfile.{i}.': {
    table: true;
    params: {
      Class: ReadOnly<number>;
      Channel: ReadOnly<number>;
      TxPower: ReadOnly<number>;
      TimeStamp: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.MultiAPDevice.Backhaul.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<bigint>;
      ErrorsReceived: ReadOnly<bigint>;
      LinkUtilization: ReadOnly<number>;
      SignalStrength: ReadOnly<number>;
      LastDataDownlinkRate: ReadOnly<number>;
      LastDataUplinkRate: ReadOnly<number>;
      TimeStamp: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.': {
    table: true;
    params: {
      ID: ReadOnly<string>;
      Enabled: ReadOnly<boolean>;
      Noise: ReadOnly<number>;
      Utilization: ReadOnly<number>;
      Transmit: ReadOnly<number>;
      ReceiveSelf: ReadOnly<number>;
      ReceiveOther: ReadOnly<number>;
      TrafficSeparationCombinedFronthaul: ReadOnly<boolean>;
      TrafficSeparationCombinedBackhaul: ReadOnly<boolean>;
      SteeringPolicy: ReadWrite<number>;
      ChannelUtilizationThreshold: ReadWrite<number>;
      RCPISteeringThreshold: ReadWrite<number>;
      STAReportingRCPIThreshold: ReadWrite<number>;
      STAReportingRCPIHysteresisMarginOverride: ReadWrite<number>;
      ChannelUtilizationReportingThreshold: ReadWrite<number>;
      AssociatedSTATrafficStatsInclusionPolicy: ReadWrite<boolean>;
      AssociatedSTALinkMetricsInclusionPolicy: ReadWrite<boolean>;
      ChipsetVendor: ReadOnly<string>;
      APMetricsWiFi6: ReadWrite<boolean>;
      MaxBSS: ReadOnly<number>;
      CurrentOperatingClassProfileNumberOfEntries: ReadOnly<number>;
      UnassociatedSTANumberOfEntries: ReadOnly<number>;
      BSSNumberOfEntries: ReadOnly<number>;
      ScanResultNumberOfEntries: ReadOnly<number>;
      DisAllowedOpClassChannelsNumberOfEntries: ReadOnly<number>;
      OpClassPreferenceNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'ChannelScanRequest()': { async: true; input: { OpClass?: number; ChannelList?: string; ScanType?: string; DwellTime?: number; DFSDwellTime?: number; HomeTime?: number }; output: { Status?: string } };
      'RadioEnable()': { async: true; input: { Enable: boolean }; output: { Status?: string } };
      'SetTxPowerLimit()': { async: true; input: { TransmitPowerLimit: number; OperatingClass: number }; output: { Status?: string } };
      'SetSpatialReuse()': { async: true; input: { BSSColor?: number; HESIGASpatialReuseValue15Allowed?: boolean; SRGInformationValid?: boolean; NonSRGOffsetValid?: boolean; PSRDisallowed?: boolean; NonSRGOBSSPDMaxOffset?: number; SRGOBSSPDMinOffset?: number; SRGOBSSPDMaxOffset?: number; SRGBSSColorBitmap?: string; SRGPartialBSSIDBitmap?: string }; output: { Status?: string } };
      'WiFiRestart()': { async: true; input: {}; output: { Status?: string } };
      'ChannelSelectionRequest()': { async: true; input: { 'Class.{i}.OpClass'?: number; 'Class.{i}.Channel.{i}.Channel'?: string; 'Class.{i}.Channel.{i}.Preference'?: number }; output: { Status?: string } };
    };
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.ScanResult.{i}.': {
    table: true;
    params: {
      TimeStamp: ReadOnly<string>;
      AggregateScanDuration: ReadOnly<number>;
      ScanType: ReadOnly<boolean>;
      OpClassScanNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.ScanResult.{i}.OpClassScan.{i}.': {
    table: true;
    params: {
      OperatingClass: ReadOnly<number>;
      ChannelScanNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.': {
    table: true;
    params: {
      Channel: ReadOnly<number>;
      TimeStamp: ReadOnly<string>;
      Utilization: ReadOnly<number>;
      Noise: ReadOnly<number>;
      ScanStatus: ReadOnly<string>;
      NeighborBSSNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.': {
    table: true;
    params: {
      BSSID: ReadOnly<string>;
      SSID: ReadOnly<string>;
      SignalStrength: ReadOnly<number>;
      ChannelBandwidth: ReadOnly<string>;
      ChannelUtilization: ReadOnly<number>;
      StationCount: ReadOnly<number>;
      MLDMACAddress: ReadOnly<string>;
      ReportingBSSID: ReadOnly<string>;
      MultiBSSID: ReadOnly<boolean>;
      BSSLoadElementPresent: ReadOnly<boolean>;
      BSSColor: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BackhaulSta.': {
    table: false;
    params: {
      MACAddress: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.ScanCapability.': {
    table: false;
    params: {
      OnBootOnly: ReadOnly<boolean>;
      Impact: ReadOnly<number>;
      MinimumInterval: ReadOnly<number>;
      OpClassChannelsNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.ScanCapability.OpClassChannels.{i}.': {
    table: true;
    params: {
      OpClass: ReadOnly<number>;
      ChannelList: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.CACCapability.': {
    table: false;
    params: {
      CACMethodNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.CACCapability.CACMethod.{i}.': {
    table: true;
    params: {
      Method: ReadOnly<number>;
      NumberOfSeconds: ReadOnly<number>;
      OpClassChannelsNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.CACCapability.CACMethod.{i}.OpClassChannels.{i}.': {
    table: true;
    params: {
      OpClass: ReadOnly<number>;
      ChannelList: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.': {
    table: false;
    params: {
      HTCapabilities: ReadOnly<string>;
      VHTCapabilities: ReadOnly<string>;
      MSCSCapability: ReadOnly<boolean>;
      SCSCapability: ReadOnly<boolean>;
      QoSMapCapability: ReadOnly<boolean>;
      DSCPPolicyCapability: ReadOnly<boolean>;
      SCSTrafficDescriptionCapability: ReadOnly<boolean>;
      CapableOperatingClassProfileNumberOfEntries: ReadOnly<number>;
      AKMFrontHaulNumberOfEntries: ReadOnly<number>;
      AKMBackhaulNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.WiFi6APRole.': {
    table: false;
    params: {
      HE160: ReadOnly<boolean>;
      HE8080: ReadOnly<boolean>;
      MCSNSS: ReadOnly<string>;
      SUBeamformer: ReadOnly<boolean>;
      SUBeamformee: ReadOnly<boolean>;
      MUBeamformer: ReadOnly<boolean>;
      Beamformee80orLess: ReadOnly<boolean>;
      BeamformeeAbove80: ReadOnly<boolean>;
      ULMUMIMO: ReadOnly<boolean>;
      ULOFDMA: ReadOnly<boolean>;
      DLOFDMA: ReadOnly<boolean>;
      MaxDLMUMIMO: ReadOnly<number>;
      MaxULMUMIMO: ReadOnly<number>;
      MaxDLOFDMA: ReadOnly<number>;
      MaxULOFDMA: ReadOnly<number>;
      RTS: ReadOnly<boolean>;
      MURTS: ReadOnly<boolean>;
      MultiBSSID: ReadOnly<boolean>;
      MUEDCA: ReadOnly<boolean>;
      TWTRequestor: ReadOnly<boolean>;
      TWTResponder: ReadOnly<boolean>;
      SpatialReuse: ReadOnly<boolean>;
      AnticipatedChannelUsage: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.WiFi6bSTARole.': {
    table: false;
    params: {
      HE160: ReadOnly<boolean>;
      HE8080: ReadOnly<boolean>;
      MCSNSS: ReadOnly<string>;
      SUBeamformer: ReadOnly<boolean>;
      SUBeamformee: ReadOnly<boolean>;
      MUBeamformer: ReadOnly<boolean>;
      Beamformee80orLess: ReadOnly<boolean>;
      BeamformeeAbove80: ReadOnly<boolean>;
      ULMUMIMO: ReadOnly<boolean>;
      ULOFDMA: ReadOnly<boolean>;
      DLOFDMA: ReadOnly<boolean>;
      MaxDLMUMIMO: ReadOnly<number>;
      MaxULMUMIMO: ReadOnly<number>;
      MaxDLOFDMA: ReadOnly<number>;
      MaxULOFDMA: ReadOnly<number>;
      RTS: ReadOnly<boolean>;
      MURTS: ReadOnly<boolean>;
      MultiBSSID: ReadOnly<boolean>;
      MUEDCA: ReadOnly<boolean>;
      TWTRequestor: ReadOnly<boolean>;
      TWTResponder: ReadOnly<boolean>;
      SpatialReuse: ReadOnly<boolean>;
      AnticipatedChannelUsage: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.WiFi7APRole.': {
    table: false;
    params: {
      EMLMRSupport: ReadOnly<boolean>;
      EMLSRSupport: ReadOnly<boolean>;
      STRSupport: ReadOnly<boolean>;
      NSTRSupport: ReadOnly<boolean>;
      TIDLinkMapNegotiation: ReadOnly<boolean>;
      EMLMRFreqSeparationNumberOfEntries: ReadOnly<number>;
      EMLSRFreqSeparationNumberOfEntries: ReadOnly<number>;
      STRFreqSeparationNumberOfEntries: ReadOnly<number>;
      NSTRFreqSeparationNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.WiFi7APRole.EMLMRFreqSeparation.{i}.': {
    table: true;
    params: {
      RUID: ReadOnly<string>;
      FreqSeparation: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.WiFi7APRole.EMLSRFreqSeparation.{i}.': {
    table: true;
    params: {
      RUID: ReadOnly<string>;
      FreqSeparation: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.WiFi7APRole.STRFreqSeparation.{i}.': {
    table: true;
    params: {
      RUID: ReadOnly<string>;
      FreqSeparation: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.WiFi7APRole.NSTRFreqSeparation.{i}.': {
    table: true;
    params: {
      RUID: ReadOnly<string>;
      FreqSeparation: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.WiFi7bSTARole.': {
    table: false;
    params: {
      EMLMRSupport: ReadOnly<boolean>;
      EMLSRSupport: ReadOnly<boolean>;
      STRSupport: ReadOnly<boolean>;
      NSTRSupport: ReadOnly<boolean>;
      TIDLinkMapNegotiation: ReadOnly<boolean>;
      EMLMRFreqSeparationNumberOfEntries: ReadOnly<number>;
      EMLSRFreqSeparationNumberOfEntries: ReadOnly<number>;
      STRFreqSeparationNumberOfEntries: ReadOnly<number>;
      NSTRFreqSeparationNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.WiFi7bSTARole.EMLMRFreqSeparation.{i}.': {
    table: true;
    params: {
      RUID: ReadOnly<string>;
      FreqSeparation: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.WiFi7bSTARole.EMLSRFreqSeparation.{i}.': {
    table: true;
    params: {
      RUID: ReadOnly<string>;
      FreqSeparation: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.WiFi7bSTARole.STRFreqSeparation.{i}.': {
    table: true;
    params: {
      RUID: ReadOnly<string>;
      FreqSeparation: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.WiFi7bSTARole.NSTRFreqSeparation.{i}.': {
    table: true;
    params: {
      RUID: ReadOnly<string>;
      FreqSeparation: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.AKMFrontHaul.{i}.': {
    table: true;
    params: {
      OUI: ReadOnly<string>;
      Type: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.AKMBackhaul.{i}.': {
    table: true;
    params: {
      OUI: ReadOnly<string>;
      Type: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.CapableOperatingClassProfile.{i}.': {
    table: true;
    params: {
      Class: ReadOnly<number>;
      MaxTxPower: ReadOnly<number>;
      NonOperable: ReadOnly<string>;
      NumberOfNonOperChan: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.Capabilities.HaLowCapabilities.': {
    table: false;
    params: {
      BW4MHz: ReadOnly<boolean>;
      BW8MHz: ReadOnly<boolean>;
      BW16MHz: ReadOnly<boolean>;
      S1GLong: ReadOnly<boolean>;
      BW1MHzShortGI: ReadOnly<boolean>;
      BW2MHzShortGI: ReadOnly<boolean>;
      BW4MHzShortGI: ReadOnly<boolean>;
      BW8MHzShortGI: ReadOnly<boolean>;
      BW16MHzShortGI: ReadOnly<boolean>;
      AMSDU: ReadOnly<boolean>;
      AMPDU: ReadOnly<boolean>;
      FlowControl: ReadOnly<boolean>;
      CentralizedAuthenticationControl: ReadOnly<boolean>;
      DistributedAuthenticationControl: ReadOnly<boolean>;
      MaxMPDULen: ReadOnly<string>;
      NonTIMMode: ReadOnly<boolean>;
      DynamicAID: ReadOnly<boolean>;
      GroupAID: ReadOnly<boolean>;
      BATSupport: ReadOnly<boolean>;
      RAWOperation: ReadOnly<boolean>;
      PageSlicing: ReadOnly<boolean>;
      PV1Frame: ReadOnly<boolean>;
      TxMCSNSS: ReadOnly<number>;
      RxMCSNSS: ReadOnly<number>;
      SUBeamformer: ReadOnly<boolean>;
      SUBeamformee: ReadOnly<boolean>;
      MUBeamformer: ReadOnly<boolean>;
      MUBeamformee: ReadOnly<boolean>;
      TravelingPilot: ReadOnly<boolean>;
      TWTGrouping: ReadOnly<boolean>;
      TWTRequestor: ReadOnly<boolean>;
      TWTResponder: ReadOnly<boolean>;
      AcceptSensorDevices: ReadOnly<boolean>;
      AcceptNonSensorDevices: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.CurrentOperatingClassProfile.{i}.': {
    table: true;
    params: {
      Class: ReadOnly<number>;
      Channel: ReadOnly<number>;
      TxPower: ReadOnly<number>;
      TransmitPowerLimit: ReadOnly<number>;
      TimeStamp: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.DisAllowedOpClassChannels.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      OpClass: ReadWrite<number>;
      ChannelList: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.OpClassPreference.{i}.': {
    table: true;
    params: {
      OpClass: ReadOnly<number>;
      ChannelList: ReadOnly<string>;
      Preference: ReadOnly<number>;
      ReasonCode: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.SpatialReuse.': {
    table: false;
    params: {
      PartialBSSColor: ReadOnly<number>;
      BSSColor: ReadOnly<number>;
      HESIGASpatialReuseValue15Allowed: ReadOnly<boolean>;
      SRGInformationValid: ReadOnly<boolean>;
      NonSRGOffsetValid: ReadOnly<boolean>;
      PSRDisallowed: ReadOnly<boolean>;
      NonSRGOBSSPDMaxOffset: ReadOnly<number>;
      SRGOBSSPDMinOffset: ReadOnly<number>;
      SRGOBSSPDMaxOffset: ReadOnly<number>;
      SRGBSSColorBitmap: ReadOnly<string>;
      SRGPartialBSSIDBitmap: ReadOnly<string>;
      NeighborBSSColorInUseBitmap: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.': {
    table: true;
    params: {
      BSSID: ReadOnly<string>;
      SSID: ReadOnly<string>;
      Enabled: ReadOnly<boolean>;
      LastChange: ReadOnly<number>;
      TimeStamp: ReadOnly<string>;
      UnicastBytesSent: ReadOnly<bigint>;
      UnicastBytesReceived: ReadOnly<bigint>;
      MulticastBytesSent: ReadOnly<bigint>;
      MulticastBytesReceived: ReadOnly<bigint>;
      BroadcastBytesSent: ReadOnly<bigint>;
      BroadcastBytesReceived: ReadOnly<bigint>;
      ByteCounterUnits: ReadOnly<number>;
      Profile1bSTAsDisallowed: ReadOnly<boolean>;
      Profile2bSTAsDisallowed: ReadOnly<boolean>;
      AssociationAllowanceStatus: ReadOnly<number>;
      EstServiceParametersBE: ReadOnly<string>;
      EstServiceParametersBK: ReadOnly<string>;
      EstServiceParametersVI: ReadOnly<string>;
      EstServiceParametersVO: ReadOnly<string>;
      BackhaulUse: ReadOnly<boolean>;
      FronthaulUse: ReadOnly<boolean>;
      R1disallowed: ReadOnly<boolean>;
      R2disallowed: ReadOnly<boolean>;
      MultiBSSID: ReadOnly<boolean>;
      TransmittedBSSID: ReadOnly<boolean>;
      FronthaulAKMsAllowed: ReadWrite<string>;
      FronthaulSuiteSelector: ReadWrite<string>;
      BackhaulAKMsAllowed: ReadWrite<string>;
      BackhaulSuiteSelector: ReadWrite<string>;
      BasicDataTransmitRates: ReadOnly<string>;
      STANumberOfEntries: ReadOnly<number>;
      QMDescriptorNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'SetQMDescriptors()': { async: true; input: { 'QMDescriptor.{i}.BSSID'?: string; 'QMDescriptor.{i}.ClientMAC': string; 'QMDescriptor.{i}.DescriptorElement': string }; output: { Status?: string } };
      'ThroughputTest()': { async: true; input: { STAMACAddress?: string; VID?: number; WMMUP?: number; TestDuration?: number; TestDirection?: string }; output: { Status?: string } };
      'LatencyTest()': { async: true; input: { STAMACAddress?: string; VID?: number; WMMUP?: number; NumberOfRepetitions?: number; Timeout?: number; DataBlockSize?: number }; output: { Status?: string } };
      'SetEHTOperations()': { async: true; input: { EHTDefaultPEDuration?: number; GroupAddressedBUIndicationLimit?: number; GroupAddressedBUIndicationExponent?: number; BasicEHTMCSAndNssSet?: string; Control?: string; CCFS0?: string; CCFS1?: string; DisabledSubchannelBitmap?: string }; output: { Status?: string } };
      'SetQoSManagement()': { async: true; input: { QosMapEnable?: boolean; MSCSEnable?: boolean; SCSEnable?: boolean; DSCPPolicyEnable?: boolean; SCSTrafficDescriptionEnable?: boolean }; output: { Status?: string } };
    };
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.QMDescriptor.{i}.': {
    table: true;
    params: {
      BSSID: ReadOnly<string>;
      ClientMAC: ReadOnly<string>;
      DescriptorElement: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.MUConfig.': {
    table: false;
    params: {
      DLOFDMAEnable: ReadWrite<boolean>;
      ULOFDMAEnable: ReadWrite<boolean>;
      DLMUMIMOEnable: ReadWrite<boolean>;
      ULMUMIMOEnable: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.MUStats.': {
    table: false;
    params: {
      DLTotalPPDUCount: ReadOnly<number>;
      DLHEPPDUCount: ReadOnly<number>;
      DLMUPPDUCount: ReadOnly<number>;
      DLOFDMAPPDUCount: ReadOnly<number>;
      DLMUMIMOPPDUCount: ReadOnly<number>;
      DLOFDMAMUMIMOPPDUCount: ReadOnly<number>;
      ULTotalPPDUCount: ReadOnly<number>;
      ULHEPPDUCount: ReadOnly<number>;
      ULMUPPDUCount: ReadOnly<number>;
      ULOFDMAPPDUCount: ReadOnly<number>;
      ULMUMIMOPPDUCount: ReadOnly<number>;
      ULOFDMAMUMIMOPPDUCount: ReadOnly<number>;
      DLRU26PPDUCount: ReadOnly<number>;
      DLRU52PPDUCount: ReadOnly<number>;
      DLRU106PPDUCount: ReadOnly<number>;
      DLRU242PPDUCount: ReadOnly<number>;
      DLRU484PPDUCount: ReadOnly<number>;
      DLRU996PPDUCount: ReadOnly<number>;
      DLRU1992PPDUCount: ReadOnly<number>;
      ULRU26PPDUCount: ReadOnly<number>;
      ULRU52PPDUCount: ReadOnly<number>;
      ULRU106PPDUCount: ReadOnly<number>;
      ULRU242PPDUCount: ReadOnly<number>;
      ULRU484PPDUCount: ReadOnly<number>;
      ULRU996PPDUCount: ReadOnly<number>;
      ULRU1992PPDUCount: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.MultiAPSteering.': {
    table: false;
    params: {
      BlacklistAttempts: ReadOnly<bigint>;
      BTMAttempts: ReadOnly<bigint>;
      BTMQueryResponses: ReadOnly<bigint>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.ThroughputTestResult.': {
    table: false;
    params: {
      TimeStamp: ReadOnly<string>;
      ClientMAC: ReadOnly<string>;
      VID: ReadOnly<number>;
      WMMUP: ReadOnly<number>;
      TestDuration: ReadOnly<number>;
      TestLayer: ReadOnly<number>;
      TestAlgorithm: ReadOnly<string>;
      DownlinkSpeed: ReadOnly<number>;
      UplinkSpeed: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.LatencyTestResult.': {
    table: false;
    params: {
      TimeStamp: ReadOnly<string>;
      ClientMAC: ReadOnly<string>;
      VID: ReadOnly<number>;
      WMMUP: ReadOnly<number>;
      DataBlockSize: ReadOnly<number>;
      TestLayer: ReadOnly<number>;
      TestAlgorithm: ReadOnly<string>;
      SuccessCount: ReadOnly<number>;
      LostCount: ReadOnly<number>;
      AverageResponseTime: ReadOnly<number>;
      MinimumResponseTime: ReadOnly<number>;
      MaximumResponseTime: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.SetQoSManagementInput.': {
    table: false;
    params: {
      QosMapEnable: ReadOnly<boolean>;
      MSCSEnable: ReadOnly<boolean>;
      SCSEnable: ReadOnly<boolean>;
      DSCPPolicyEnable: ReadOnly<boolean>;
      SCSTrafficDescriptionEnable: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.STA.{i}.': {
    table: true;
    params: {
      MACAddress: ReadOnly<string>;
      TimeStamp: ReadOnly<string>;
      HTCapabilities: ReadOnly<string>;
      VHTCapabilities: ReadOnly<string>;
      ClientCapabilities: ReadOnly<string>;
      LastDataDownlinkRate: ReadOnly<number>;
      LastDataUplinkRate: ReadOnly<number>;
      UtilizationReceive: ReadOnly<bigint>;
      UtilizationTransmit: ReadOnly<bigint>;
      EstMACDataRateDownlink: ReadOnly<number>;
      EstMACDataRateUplink: ReadOnly<number>;
      SignalStrength: ReadOnly<number>;
      LastConnectTime: ReadOnly<number>;
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<bigint>;
      ErrorsReceived: ReadOnly<bigint>;
      RetransCount: ReadOnly<bigint>;
      MeasurementReport: ReadOnly<string>;
      NumberOfMeasureReports: ReadOnly<number>;
      IPV4Address: ReadOnly<string>;
      IPV6Address: ReadOnly<string>;
      Hostname: ReadOnly<string>;
      CellularDataPreference: ReadWrite<string>;
      ReAssociationDelay: ReadWrite<number>;
      SleepMode: ReadOnly<string>;
      SecurityAssociation: ReadOnly<string>;
      PairwiseAKM: ReadOnly<string>;
      PairwiseCipher: ReadOnly<string>;
      RSNCapabilities: ReadOnly<number>;
      TIDQueueSizesNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'ClientSteer()': { async: true; input: { TargetBSSID?: string; RequestMode?: string; BTMDisassociationImminent?: boolean; BTMAbridged?: boolean; LinkRemovalImminent?: boolean; SteeringOpportunityWindow?: number; BTMDisassociationTimer?: number; TargetBSSOperatingClass?: number; TargetBSSChannel?: number }; output: { Status?: string } };
    };
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.STA.{i}.MultiAPSTA.': {
    table: false;
    params: {
      AssociationTime: ReadOnly<string>;
      Noise: ReadOnly<number>;
      SteeringHistoryNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'Disassociate()': { async: true; input: { DisassociationTimer: number; ReasonCode: number; Silent?: boolean }; output: { Status?: string } };
      'BTMRequest()': { async: true; input: { DisassociationImminent: boolean; DisassociationTimer: number; BSSTerminationDuration: number; ValidityInterval?: number; SteeringTimer?: number; TargetBSS: string }; output: { Status?: string } };
    };
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.STA.{i}.MultiAPSTA.SteeringSummaryStats.': {
    table: false;
    params: {
      NoCandidateAPFailures: ReadOnly<bigint>;
      BlacklistAttempts: ReadOnly<bigint>;
      BlacklistSuccesses: ReadOnly<bigint>;
      BlacklistFailures: ReadOnly<bigint>;
      BTMAttempts: ReadOnly<bigint>;
      BTMSuccesses: ReadOnly<bigint>;
      BTMFailures: ReadOnly<bigint>;
      BTMQueryResponses: ReadOnly<bigint>;
      LastSteerTime: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.STA.{i}.MultiAPSTA.SteeringHistory.{i}.': {
    table: true;
    params: {
      Time: ReadOnly<string>;
      APOrigin: ReadOnly<string>;
      TriggerEvent: ReadOnly<string>;
      SteeringApproach: ReadOnly<string>;
      APDestination: ReadOnly<string>;
      SteeringDuration: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.STA.{i}.WiFi6Capabilities.': {
    table: false;
    params: {
      HE160: ReadOnly<boolean>;
      HE8080: ReadOnly<boolean>;
      MCSNSS: ReadOnly<string>;
      SUBeamformer: ReadOnly<boolean>;
      SUBeamformee: ReadOnly<boolean>;
      MUBeamformer: ReadOnly<boolean>;
      Beamformee80orLess: ReadOnly<boolean>;
      BeamformeeAbove80: ReadOnly<boolean>;
      ULMUMIMO: ReadOnly<boolean>;
      ULOFDMA: ReadOnly<boolean>;
      DLOFDMA: ReadOnly<boolean>;
      MaxDLMUMIMO: ReadOnly<number>;
      MaxULMUMIMO: ReadOnly<number>;
      MaxDLOFDMA: ReadOnly<number>;
      MaxULOFDMA: ReadOnly<number>;
      RTS: ReadOnly<boolean>;
      MURTS: ReadOnly<boolean>;
      MultiBSSID: ReadOnly<boolean>;
      MUEDCA: ReadOnly<boolean>;
      TWTRequestor: ReadOnly<boolean>;
      TWTResponder: ReadOnly<boolean>;
      SpatialReuse: ReadOnly<boolean>;
      AnticipatedChannelUsage: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.STA.{i}.HaLowCapabilities.': {
    table: false;
    params: {
      BW4MHz: ReadOnly<boolean>;
      BW8MHz: ReadOnly<boolean>;
      BW16MHz: ReadOnly<boolean>;
      S1GLong: ReadOnly<boolean>;
      BW1MHzShortGI: ReadOnly<boolean>;
      BW2MHzShortGI: ReadOnly<boolean>;
      BW4MHzShortGI: ReadOnly<boolean>;
      BW8MHzShortGI: ReadOnly<boolean>;
      BW16MHzShortGI: ReadOnly<boolean>;
      AMSDU: ReadOnly<boolean>;
      AMPDU: ReadOnly<boolean>;
      FlowControl: ReadOnly<boolean>;
      CentralizedAuthenticationControl: ReadOnly<boolean>;
      DistributedAuthenticationControl: ReadOnly<boolean>;
      MaxMPDULen: ReadOnly<string>;
      NonTIMMode: ReadOnly<boolean>;
      DynamicAID: ReadOnly<boolean>;
      GroupAID: ReadOnly<boolean>;
      BATSupport: ReadOnly<boolean>;
      RAWOperation: ReadOnly<boolean>;
      PageSlicing: ReadOnly<boolean>;
      PV1Frame: ReadOnly<boolean>;
      TxMCSNSS: ReadOnly<number>;
      RxMCSNSS: ReadOnly<number>;
      SUBeamformer: ReadOnly<boolean>;
      SUBeamformee: ReadOnly<boolean>;
      MUBeamformer: ReadOnly<boolean>;
      MUBeamformee: ReadOnly<boolean>;
      TravelingPilot: ReadOnly<boolean>;
      TWTGrouping: ReadOnly<boolean>;
      TWTRequestor: ReadOnly<boolean>;
      TWTResponder: ReadOnly<boolean>;
      IsSensorDevice: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.BSS.{i}.STA.{i}.TIDQueueSizes.{i}.': {
    table: true;
    params: {
      TID: ReadOnly<number>;
      Size: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.MultiAPRadio.': {
    table: false;
    params: {
      RadarDetections: ReadOnly<string>;
    };
    commands: {
      'FullScan()': { async: true; input: { DwellTime: number; DFSDwellTime: number; HomeTime?: number; SSID?: string }; output: { Status?: string; 'ScanResult.{i}.TimeStamp'?: string; 'ScanResult.{i}.AggregateScanDuration'?: number; 'ScanResult.{i}.ScanType'?: boolean; 'ScanResult.{i}.OpClassScan.{i}.OperatingClass'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.Channel'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.TimeStamp'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.Utilization'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.Noise'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.ScanStatus'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BSSID'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SSID'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SignalStrength'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.ChannelBandwidth'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.ChannelUtilization'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.StationCount'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.MLDMACAddress'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.ReportingBSSID'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.MultiBSSID'?: boolean; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BSSLoadElementPresent'?: boolean; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BSSColor'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SecurityModeEnabled'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.EncryptionMode'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SupportedStandards'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.OperatingStandards'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BasicDataTransferRates'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SupportedDataTransferRates'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SupportedNSS'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.DTIMPeriod'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BeaconPeriod'?: number } };
      'ChannelScan()': { async: true; input: { DwellTime: number; DFSDwellTime: number; HomeTime?: number; SSID?: string; 'OpClass.{i}.OperatingClass': number; 'OpClass.{i}.Channel.{i}.Channel': number }; output: { Status?: string; 'ScanResult.{i}.TimeStamp'?: string; 'ScanResult.{i}.AggregateScanDuration'?: number; 'ScanResult.{i}.ScanType'?: boolean; 'ScanResult.{i}.OpClassScan.{i}.OperatingClass'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.Channel'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.TimeStamp'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.Utilization'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.Noise'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.ScanStatus'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BSSID'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SSID'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SignalStrength'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.ChannelBandwidth'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.ChannelUtilization'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.StationCount'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.MLDMACAddress'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.ReportingBSSID'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.MultiBSSID'?: boolean; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BSSLoadElementPresent'?: boolean; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BSSColor'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SecurityModeEnabled'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.EncryptionMode'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SupportedStandards'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.OperatingStandards'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BasicDataTransferRates'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SupportedDataTransferRates'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SupportedNSS'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.DTIMPeriod'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BeaconPeriod'?: number } };
    };
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.Radio.{i}.UnassociatedSTA.{i}.': {
    table: true;
    params: {
      MACAddress: ReadOnly<string>;
      SignalStrength: ReadOnly<number>;
      OperatingClass: ReadOnly<number>;
      Channel: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.WPS.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.APMLD.{i}.': {
    table: true;
    params: {
      MLDMACAddress: ReadOnly<string>;
      TIDLinkMapNumberOfEntries: ReadOnly<number>;
      AffiliatedAPNumberOfEntries: ReadOnly<number>;
      STAMLDNumberOfEntries: ReadOnly<number>;
      LinkToOpClassMapNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.APMLD.{i}.APMLDConfig.': {
    table: false;
    params: {
      EMLMREnabled: ReadWrite<boolean>;
      EMLSREnabled: ReadWrite<boolean>;
      STREnabled: ReadWrite<boolean>;
      NSTREnabled: ReadWrite<boolean>;
      TIDLinkMapNegotiation: ReadWrite<boolean>;
      TIDToOpClassPolicyNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.APMLD.{i}.APMLDConfig.TIDToOpClassPolicy.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      TID: ReadWrite<number>;
      OpClass: ReadWrite<string>;
      Direction: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.APMLD.{i}.TIDLinkMap.{i}.': {
    table: true;
    params: {
      Direction: ReadOnly<string>;
      TID: ReadOnly<number>;
      BSSID: ReadOnly<string>;
      LinkID: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.APMLD.{i}.LinkToOpClassMap.{i}.': {
    table: true;
    params: {
      LinkID: ReadOnly<number>;
      OpClass: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.APMLD.{i}.AffiliatedAP.{i}.': {
    table: true;
    params: {
      BSSID: ReadOnly<string>;
      LinkID: ReadOnly<number>;
      RUID: ReadOnly<string>;
      DisabledSubChannels: ReadOnly<number>;
      PacketsSent: ReadOnly<number>;
      PacketsReceived: ReadOnly<number>;
      UnicastBytesSent: ReadOnly<number>;
      UnicastBytesReceived: ReadOnly<number>;
      ErrorsSent: ReadOnly<number>;
      MulticastBytesSent: ReadOnly<number>;
      MulticastBytesReceived: ReadOnly<number>;
      BroadcastBytesSent: ReadOnly<number>;
      BroadcastBytesReceived: ReadOnly<number>;
      EstServiceParametersBE: ReadOnly<string>;
      EstServiceParametersBK: ReadOnly<string>;
      EstServiceParametersVI: ReadOnly<string>;
      EstServiceParametersVO: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.APMLD.{i}.STAMLD.{i}.': {
    table: true;
    params: {
      MLDMACAddress: ReadOnly<string>;
      Hostname: ReadOnly<string>;
      IPv4Address: ReadOnly<string>;
      IPv6Address: ReadOnly<string>;
      IsbSTA: ReadOnly<boolean>;
      LastConnectTime: ReadOnly<number>;
      BytesSent: ReadOnly<number>;
      BytesReceived: ReadOnly<number>;
      PacketsSent: ReadOnly<number>;
      PacketsReceived: ReadOnly<number>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      RetransCount: ReadOnly<number>;
      PairwiseAKM: ReadOnly<string>;
      PairwiseCipher: ReadOnly<string>;
      RSNCapabilities: ReadOnly<number>;
      STATIDLinkMapNumberOfEntries: ReadOnly<number>;
      AffiliatedSTANumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.APMLD.{i}.STAMLD.{i}.WiFi7Capabilities.': {
    table: false;
    params: {
      EMLMRSupport: ReadOnly<boolean>;
      EMLSRSupport: ReadOnly<boolean>;
      STRSupport: ReadOnly<boolean>;
      NSTRSupport: ReadOnly<boolean>;
      TIDLinkMapNegotiation: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.APMLD.{i}.STAMLD.{i}.STAMLDConfig.': {
    table: false;
    params: {
      EMLMREnabled: ReadOnly<boolean>;
      EMLSREnabled: ReadOnly<boolean>;
      STREnabled: ReadOnly<boolean>;
      NSTREnabled: ReadOnly<boolean>;
      TIDLinkMapNegotiation: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.APMLD.{i}.STAMLD.{i}.STATIDLinkMap.{i}.': {
    table: true;
    params: {
      Direction: ReadOnly<string>;
      TID: ReadOnly<number>;
      BSSID: ReadOnly<string>;
      LinkID: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.APMLD.{i}.STAMLD.{i}.AffiliatedSTA.{i}.': {
    table: true;
    params: {
      MACAddress: ReadOnly<string>;
      BSSID: ReadOnly<string>;
      BytesSent: ReadOnly<number>;
      BytesReceived: ReadOnly<number>;
      PacketsSent: ReadOnly<number>;
      PacketsReceived: ReadOnly<number>;
      ErrorsSent: ReadOnly<number>;
      SignalStrength: ReadOnly<number>;
      EstMACDataRateDownlink: ReadOnly<number>;
      EstMACDataRateUplink: ReadOnly<number>;
      LastDataDownlinkRate: ReadOnly<number>;
      LastDataUplinkRate: ReadOnly<number>;
      UtilizationReceive: ReadOnly<bigint>;
      UtilizationTransmit: ReadOnly<bigint>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.bSTAMLD.': {
    table: false;
    params: {
      MLDMACAddress: ReadOnly<string>;
      BSSID: ReadOnly<string>;
      AffiliatedbSTAList: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.Device.{i}.bSTAMLD.bSTAMLDConfig.': {
    table: false;
    params: {
      EMLMREnabled: ReadWrite<boolean>;
      EMLSREnabled: ReadWrite<boolean>;
      STREnabled: ReadWrite<boolean>;
      NSTREnabled: ReadWrite<boolean>;
      TIDLinkMapNegotiation: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.Network.PreferredBackhauls.{i}.': {
    table: true;
    params: {
      BackhaulMACAddress: ReadOnly<string>;
      bSTAMACAddress: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.AssociationEvent.': {
    table: false;
    params: {
      AssociationEventDataNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {
      'Associated!': { TimeStamp?: string; BSSID?: string; MACAddress?: string; StatusCode?: number; HTCapabilities?: string; VHTCapabilities?: string; ClientCapabilities?: string; OpClass?: number; Channel?: number; 'WiFi6Capabilities.HE160'?: boolean; 'WiFi6Capabilities.HE8080'?: boolean; 'WiFi6Capabilities.MCSNSS'?: string; 'WiFi6Capabilities.SUBeamformer'?: boolean; 'WiFi6Capabilities.SUBeamformee'?: boolean; 'WiFi6Capabilities.MUBeamformer'?: boolean; 'WiFi6Capabilities.Beamformee80orLess'?: boolean; 'WiFi6Capabilities.BeamformeeAbove80'?: boolean; 'WiFi6Capabilities.ULMUMIMO'?: boolean; 'WiFi6Capabilities.ULOFDMA'?: boolean; 'WiFi6Capabilities.DLOFDMA'?: boolean; 'WiFi6Capabilities.MaxDLMUMIMO'?: number; 'WiFi6Capabilities.MaxULMUMIMO'?: number; 'WiFi6Capabilities.MaxDLOFDMA'?: number; 'WiFi6Capabilities.MaxULOFDMA'?: number; 'WiFi6Capabilities.RTS'?: boolean; 'WiFi6Capabilities.MURTS'?: boolean; 'WiFi6Capabilities.MultiBSSID'?: boolean; 'WiFi6Capabilities.MUEDCA'?: boolean; 'WiFi6Capabilities.TWTRequestor'?: boolean; 'WiFi6Capabilities.TWTResponder'?: boolean; 'WiFi6Capabilities.SpatialReuse'?: boolean; 'WiFi6Capabilities.AnticipatedChannelUsage'?: boolean };
    };
  };
  'Device.WiFi.DataElements.AssociationEvent.AssociationEventData.{i}.': {
    table: true;
    params: {
      TimeStamp: ReadOnly<string>;
      BSSID: ReadOnly<string>;
      MACAddress: ReadOnly<string>;
      StatusCode: ReadOnly<number>;
      HTCapabilities: ReadOnly<string>;
      VHTCapabilities: ReadOnly<string>;
      ClientCapabilities: ReadOnly<string>;
      OpClass: ReadOnly<number>;
      Channel: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.AssociationEvent.AssociationEventData.{i}.WiFi6Capabilities.': {
    table: false;
    params: {
      HE160: ReadOnly<boolean>;
      HE8080: ReadOnly<boolean>;
      MCSNSS: ReadOnly<string>;
      SUBeamformer: ReadOnly<boolean>;
      SUBeamformee: ReadOnly<boolean>;
      MUBeamformer: ReadOnly<boolean>;
      Beamformee80orLess: ReadOnly<boolean>;
      BeamformeeAbove80: ReadOnly<boolean>;
      ULMUMIMO: ReadOnly<boolean>;
      ULOFDMA: ReadOnly<boolean>;
      DLOFDMA: ReadOnly<boolean>;
      MaxDLMUMIMO: ReadOnly<number>;
      MaxULMUMIMO: ReadOnly<number>;
      MaxDLOFDMA: ReadOnly<number>;
      MaxULOFDMA: ReadOnly<number>;
      RTS: ReadOnly<boolean>;
      MURTS: ReadOnly<boolean>;
      MultiBSSID: ReadOnly<boolean>;
      MUEDCA: ReadOnly<boolean>;
      TWTRequestor: ReadOnly<boolean>;
      TWTResponder: ReadOnly<boolean>;
      SpatialReuse: ReadOnly<boolean>;
      AnticipatedChannelUsage: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.DisassociationEvent.': {
    table: false;
    params: {
      DisassociationEventDataNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {
      'Disassociated!': { BSSID?: string; MACAddress?: string; ReasonCode?: number; BytesSent?: bigint; BytesReceived?: bigint; PacketsSent?: bigint; PacketsReceived?: bigint; ErrorsSent?: number; ErrorsReceived?: number; RetransCount?: number; TimeStamp?: string; LastDataDownlinkRate?: number; LastDataUplinkRate?: number; UtilizationReceive?: bigint; UtilizationTransmit?: bigint; EstMACDataRateDownlink?: number; EstMACDataRateUplink?: number; SignalStrength?: number; LastConnectTime?: number; Noise?: number; InitiatedBy?: string; OpClass?: number; Channel?: number; 'DisassociationLinkStats.{i}.MACAddress'?: string; 'DisassociationLinkStats.{i}.BytesSent'?: bigint; 'DisassociationLinkStats.{i}.BytesReceived'?: bigint; 'DisassociationLinkStats.{i}.PacketsSent'?: bigint; 'DisassociationLinkStats.{i}.PacketsReceived'?: bigint; 'DisassociationLinkStats.{i}.ErrorsSent'?: bigint };
    };
  };
  'Device.WiFi.DataElements.DisassociationEvent.DisassociationEventData.{i}.': {
    table: true;
    params: {
      BSSID: ReadOnly<string>;
      MACAddress: ReadOnly<string>;
      ReasonCode: ReadOnly<number>;
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      RetransCount: ReadOnly<number>;
      TimeStamp: ReadOnly<string>;
      LastDataDownlinkRate: ReadOnly<number>;
      LastDataUplinkRate: ReadOnly<number>;
      UtilizationReceive: ReadOnly<bigint>;
      UtilizationTransmit: ReadOnly<bigint>;
      EstMACDataRateDownlink: ReadOnly<number>;
      EstMACDataRateUplink: ReadOnly<number>;
      SignalStrength: ReadOnly<number>;
      LastConnectTime: ReadOnly<number>;
      Noise: ReadOnly<number>;
      InitiatedBy: ReadOnly<string>;
      OpClass: ReadOnly<number>;
      Channel: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.DataElements.FailedConnectionEvent.': {
    table: false;
    params: {
      FailedConnectionEventDataNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {
      'FailedConnection!': { BSSID?: string; MACAddress?: string; StatusCode?: number; ReasonCode?: number; TimeStamp?: string };
    };
  };
  'Device.WiFi.DataElements.FailedConnectionEvent.FailedConnectionEventData.{i}.': {
    table: true;
    params: {
      BSSID: ReadOnly<string>;
      MACAddress: ReadOnly<string>;
      StatusCode: ReadOnly<number>;
      ReasonCode: ReadOnly<number>;
      TimeStamp: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.Radio.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      MaxBitRate: ReadOnly<number>;
      Upstream: ReadOnly<boolean>;
      SupportedFrequencyBands: ReadOnly<string>;
      OperatingFrequencyBand: ReadWrite<string>;
      SupportedStandards: ReadOnly<string>;
      OperatingStandards: ReadWrite<string>;
      PossibleChannels: ReadOnly<string>;
      ChannelsInUse: ReadOnly<string>;
      Channel: ReadWrite<number>;
      AutoChannelSupported: ReadOnly<boolean>;
      AutoChannelEnable: ReadWrite<boolean>;
      AutoChannelRefreshPeriod: ReadWrite<number>;
      ChannelLastChange: ReadOnly<number>;
      ChannelLastSelectionReason: ReadOnly<string>;
      MaxSupportedSSIDs: ReadOnly<number>;
      MaxSupportedAssociations: ReadOnly<number>;
      FirmwareVersion: ReadOnly<string>;
      SupportedOperatingChannelBandwidths: ReadOnly<string>;
      OperatingChannelBandwidth: ReadWrite<string>;
      CurrentOperatingChannelBandwidth: ReadOnly<string>;
      ExtensionChannel: ReadWrite<string>;
      GuardInterval: ReadWrite<string>;
      CenterFrequencySegment0: ReadWrite<number>;
      CenterFrequencySegment1: ReadWrite<number>;
      MCS: ReadWrite<number>;
      TransmitPowerSupported: ReadOnly<string>;
      TransmitPower: ReadWrite<number>;
      IEEE80211hSupported: ReadOnly<boolean>;
      IEEE80211hEnabled: ReadWrite<boolean>;
      RegulatoryDomain: ReadWrite<string>;
      RetryLimit: ReadWrite<number>;
      CCARequest: ReadWrite<string>;
      CCAReport: ReadOnly<string>;
      RPIHistogramRequest: ReadWrite<string>;
      RPIHistogramReport: ReadOnly<string>;
      FragmentationThreshold: ReadWrite<number>;
      RTSThreshold: ReadWrite<number>;
      LongRetryLimit: ReadWrite<number>;
      BeaconPeriod: ReadWrite<number>;
      DTIMPeriod: ReadWrite<number>;
      PacketAggregationEnable: ReadWrite<boolean>;
      PreambleType: ReadWrite<string>;
      BasicDataTransmitRates: ReadWrite<string>;
      SupportedDataTransmitRates: ReadOnly<string>;
      OperationalDataTransmitRates: ReadWrite<string>;
      EnableRRM: ReadWrite<boolean>;
      ManagementPacketRate: ReadWrite<number>;
    };
    commands: {
      'RemoteMeasurementRequest()': { async: true; input: { TargetBSS: string; Timeout: number; OperatingClass: number; Channel: number }; output: { SignalStrength?: number; Noise?: number; Status?: string } };
      'InitiateCCAMeasurement()': { async: true; input: { Channel: number; Frequency: string; DwellTime: number }; output: { CCAReport?: string; Status?: string } };
      'FullScan()': { async: true; input: { DwellTime: number; DFSDwellTime: number; HomeTime?: number; SSID?: string }; output: { Status?: string; 'ScanResult.{i}.TimeStamp'?: string; 'ScanResult.{i}.AggregateScanDuration'?: number; 'ScanResult.{i}.ScanType'?: boolean; 'ScanResult.{i}.OpClassScan.{i}.OperatingClass'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.Channel'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.TimeStamp'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.Utilization'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.Noise'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.ScanStatus'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BSSID'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SSID'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SignalStrength'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.ChannelBandwidth'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.ChannelUtilization'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.StationCount'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.MLDMACAddress'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.ReportingBSSID'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.MultiBSSID'?: boolean; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BSSLoadElementPresent'?: boolean; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BSSColor'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SecurityModeEnabled'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.EncryptionMode'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SupportedStandards'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.OperatingStandards'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BasicDataTransferRates'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SupportedDataTransferRates'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SupportedNSS'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.DTIMPeriod'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BeaconPeriod'?: number } };
      'ChannelScan()': { async: true; input: { DwellTime: number; DFSDwellTime: number; HomeTime?: number; SSID?: string; 'OpClass.{i}.OperatingClass': number; 'OpClass.{i}.Channel.{i}.Channel': number }; output: { Status?: string; 'ScanResult.{i}.TimeStamp'?: string; 'ScanResult.{i}.AggregateScanDuration'?: number; 'ScanResult.{i}.ScanType'?: boolean; 'ScanResult.{i}.OpClassScan.{i}.OperatingClass'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.Channel'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.TimeStamp'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.Utilization'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.Noise'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.ScanStatus'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BSSID'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SSID'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SignalStrength'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.ChannelBandwidth'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.ChannelUtilization'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.StationCount'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.MLDMACAddress'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.ReportingBSSID'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.MultiBSSID'?: boolean; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BSSLoadElementPresent'?: boolean; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BSSColor'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SecurityModeEnabled'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.EncryptionMode'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SupportedStandards'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.OperatingStandards'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BasicDataTransferRates'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SupportedDataTransferRates'?: string; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.SupportedNSS'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.DTIMPeriod'?: number; 'ScanResult.{i}.OpClassScan.{i}.ChannelScan.{i}.NeighborBSS.{i}.BeaconPeriod'?: number } };
    };
    events: {};
  };
  'Device.WiFi.Radio.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      CtsReceived: ReadOnly<bigint>;
      NoCtsReceived: ReadOnly<bigint>;
      FrameHeaderError: ReadOnly<bigint>;
      GoodPLCPReceived: ReadOnly<bigint>;
      DPacketOtherMACReceived: ReadOnly<bigint>;
      MPacketOtherMACReceived: ReadOnly<bigint>;
      CPacketOtherMACReceived: ReadOnly<bigint>;
      CtsOtherMACReceived: ReadOnly<bigint>;
      RtsOtherMACReceived: ReadOnly<bigint>;
      PLCPErrorCount: ReadOnly<number>;
      FCSErrorCount: ReadOnly<number>;
      InvalidMACCount: ReadOnly<number>;
      PacketsOtherReceived: ReadOnly<number>;
      Noise: ReadOnly<number>;
      TotalChannelChangeCount: ReadOnly<number>;
      ManualChannelChangeCount: ReadOnly<number>;
      AutoStartupChannelChangeCount: ReadOnly<number>;
      AutoUserChannelChangeCount: ReadOnly<number>;
      AutoRefreshChannelChangeCount: ReadOnly<number>;
      AutoDynamicChannelChangeCount: ReadOnly<number>;
      AutoDFSChannelChangeCount: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.WiFi.SSID.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      BSSID: ReadOnly<string>;
      MACAddress: ReadOnly<string>;
      SSID: ReadWrite<string>;
      MLDUnit: ReadWrite<number>;
      ATFEnable: ReadWrite<boolean>;
      FlushATFTable: ReadWrite<boolean>;
      SetATF: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.SSID.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
      RetransCount: ReadOnly<number>;
      FailedRetransCount: ReadOnly<number>;
      RetryCount: ReadOnly<number>;
      MultipleRetryCount: ReadOnly<number>;
      ACKFailureCount: ReadOnly<number>;
      AggregatedPacketCount: ReadOnly<number>;
      DiscardPacketsSentBufOverflow: ReadOnly<bigint>;
      DiscardPacketsSentNoAssoc: ReadOnly<bigint>;
      FragSent: ReadOnly<bigint>;
      SentNoAck: ReadOnly<bigint>;
      DupReceived: ReadOnly<bigint>;
      TooLongReceived: ReadOnly<bigint>;
      TooShortReceived: ReadOnly<bigint>;
      AckUcastReceived: ReadOnly<bigint>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.WiFi.AccessPoint.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      SSIDReference: ReadWrite<string>;
      SSIDAdvertisementEnabled: ReadWrite<boolean>;
      WMMCapability: ReadOnly<boolean>;
      UAPSDCapability: ReadOnly<boolean>;
      WMMEnable: ReadWrite<boolean>;
      UAPSDEnable: ReadWrite<boolean>;
      AssociatedDeviceNumberOfEntries: ReadOnly<number>;
      IsolationEnable: ReadWrite<boolean>;
      MACAddressControlEnabled: ReadWrite<boolean>;
      AllowedMACAddress: ReadWrite<string>;
      MaxAllowedAssociations: ReadWrite<number>;
      CpeOperationMode: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.AccessPoint.{i}.Security.': {
    table: false;
    params: {
      ModesSupported: ReadOnly<string>;
      ModeEnabled: ReadWrite<string>;
      EncryptionMode: ReadWrite<string>;
      WEPKey: ReadWrite<string>;
      PreSharedKey: ReadWrite<string>;
      KeyPassphrase: ReadWrite<string>;
      RekeyingInterval: ReadWrite<number>;
      SAEPassphrase: ReadWrite<string>;
      RadiusServerIPAddr: ReadWrite<string>;
      SecondaryRadiusServerIPAddr: ReadWrite<string>;
      RadiusServerPort: ReadWrite<number>;
      SecondaryRadiusServerPort: ReadWrite<number>;
      RadiusSecret: ReadWrite<string>;
      SecondaryRadiusSecret: ReadWrite<string>;
      MFPConfig: ReadWrite<string>;
      SPPAMSDU: ReadWrite<string>;
      TransitionDisableIndication: ReadWrite<boolean>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.WiFi.AccessPoint.{i}.Interworking.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      AccessNetworkType: ReadWrite<string>;
      InternetAvailable: ReadWrite<boolean>;
      ASRA: ReadWrite<boolean>;
      VenueGroup: ReadWrite<string>;
      VenueType: ReadWrite<string>;
      HESSID: ReadWrite<string>;
      EmergencyServiceReachable: ReadWrite<boolean>;
      UnauthenticatedEmergencyServiceAvailable: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.AccessPoint.{i}.ANQP.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      IPv4AddressAvailability: ReadWrite<string>;
      IPv6AddressAvailability: ReadWrite<string>;
      VenueName: ReadWrite<string>;
      RoamingConsortiumOIs: ReadWrite<string>;
      NAIRealms: ReadWrite<string>;
      Domains: ReadWrite<string>;
      AdviceOfCharges: ReadWrite<string>;
      NetworkAuthTypes: ReadWrite<string>;
      Cellular3GPPNetworkInfo: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.AccessPoint.{i}.Passpoint.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Version: ReadOnly<string>;
      OperatorFriendlyName: ReadWrite<string>;
      DGAFDisable: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.AccessPoint.{i}.Passpoint.OSU.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      SSID: ReadWrite<string>;
      Method: ReadWrite<string>;
      FriendlyNames: ReadWrite<string>;
      ServerURIs: ReadWrite<string>;
      ServiceDescriptions: ReadWrite<string>;
      ProviderNAIs: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.AccessPoint.{i}.WPS.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      ConfigMethodsSupported: ReadOnly<string>;
      ConfigMethodsEnabled: ReadWrite<string>;
      Status: ReadOnly<string>;
      Version: ReadOnly<string>;
      PIN: ReadWrite<string>;
    };
    commands: {
      'InitiateWPSPBC()': { async: true; input: {}; output: { Status?: string } };
    };
    events: {};
  };
  'Device.WiFi.AccessPoint.{i}.AssociatedDevice.{i}.': {
    table: true;
    params: {
      MACAddress: ReadOnly<string>;
      Type: ReadOnly<string>;
      SetStaATF: ReadWrite<number>;
      OperatingStandard: ReadOnly<string>;
      AuthenticationState: ReadOnly<boolean>;
      LastDataDownlinkRate: ReadOnly<number>;
      MaxSupportedDataDownlinkRate: ReadOnly<number>;
      LastDataUplinkRate: ReadOnly<number>;
      MaxSupportedDataUplinkRate: ReadOnly<number>;
      AssociationTime: ReadOnly<string>;
      SignalStrength: ReadOnly<number>;
      Noise: ReadOnly<number>;
      SNR: ReadOnly<number>;
      Retransmissions: ReadOnly<number>;
      Active: ReadOnly<boolean>;
      MaxSupportedBandwidth: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.AccessPoint.{i}.AssociatedDevice.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      RetransCount: ReadOnly<number>;
      FailedRetransCount: ReadOnly<number>;
      RetryCount: ReadOnly<number>;
      MultipleRetryCount: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.AccessPoint.{i}.AC.{i}.': {
    table: true;
    params: {
      AccessCategory: ReadOnly<string>;
      Alias: WriteOnce<string>;
      AckPolicy: ReadWrite<boolean>;
      OutQLenHistogramIntervals: ReadWrite<string>;
      OutQLenHistogramSampleInterval: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.AccessPoint.{i}.AC.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      RetransCount: ReadOnly<number>;
      OutQLenHistogram: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.AccessPoint.{i}.Accounting.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      ServerIPAddr: ReadWrite<string>;
      SecondaryServerIPAddr: ReadWrite<string>;
      ServerPort: ReadWrite<number>;
      SecondaryServerPort: ReadWrite<number>;
      Secret: ReadWrite<string>;
      SecondarySecret: ReadWrite<string>;
      InterimInterval: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.EndPoint.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      ProfileReference: ReadWrite<string>;
      SSIDReference: ReadOnly<string>;
      ProfileNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.EndPoint.{i}.Stats.': {
    table: false;
    params: {
      LastDataDownlinkRate: ReadOnly<number>;
      LastDataUplinkRate: ReadOnly<number>;
      SignalStrength: ReadOnly<number>;
      Retransmissions: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.EndPoint.{i}.Security.': {
    table: false;
    params: {
      ModesSupported: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.EndPoint.{i}.Profile.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      SSID: ReadWrite<string>;
      Location: ReadWrite<string>;
      Priority: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.EndPoint.{i}.Profile.{i}.Security.': {
    table: false;
    params: {
      ModeEnabled: ReadWrite<string>;
      WEPKey: ReadWrite<string>;
      PreSharedKey: ReadWrite<string>;
      KeyPassphrase: ReadWrite<string>;
      SAEPassphrase: ReadWrite<string>;
      MFPConfig: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.EndPoint.{i}.WPS.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      ConfigMethodsSupported: ReadOnly<string>;
      ConfigMethodsEnabled: ReadWrite<string>;
      Status: ReadOnly<string>;
      Version: ReadOnly<string>;
      PIN: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.EndPoint.{i}.AC.{i}.': {
    table: true;
    params: {
      AccessCategory: ReadOnly<string>;
      Alias: WriteOnce<string>;
      AckPolicy: ReadWrite<boolean>;
      OutQLenHistogramIntervals: ReadWrite<string>;
      OutQLenHistogramSampleInterval: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WiFi.EndPoint.{i}.AC.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      RetransCount: ReadOnly<number>;
      OutQLenHistogram: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Thread.': {
    table: false;
    params: {
      BorderRouterNumberOfEntries: ReadOnly<number>;
      RadioNumberOfEntries: ReadOnly<number>;
      MLENumberOfEntries: ReadOnly<number>;
      NodeNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Thread.BorderRouter.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      BorderAgentID: ReadOnly<string>;
      MLEReference: ReadWrite<string>;
      RoutingRef: ReadOnly<string>;
    };
    commands: {
      'Start()': { async: false; input: {}; output: {} };
      'Stop()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Thread.Radio.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      MaxBitRate: ReadOnly<number>;
      Upstream: ReadOnly<boolean>;
      TransmitPowerSupported: ReadOnly<string>;
      TransmitPower: ReadWrite<number>;
      HardwareVersion: ReadOnly<string>;
      FirmwareVersion: ReadOnly<string>;
    };
    commands: {
      'Scan()': { async: false; input: {}; output: { 'PanScan.{i}.PanID'?: string; 'PanScan.{i}.MACAddress'?: string; 'PanScan.{i}.Channel'?: number; 'PanScan.{i}.RSSI'?: number; 'PanScan.{i}.LQI'?: number } };
      'EnergyScan()': { async: false; input: {}; output: { 'ChannelScan.{i}.Channel'?: number; 'ChannelScan.{i}.RSSI'?: number } };
    };
    events: {};
  };
  'Device.Thread.Radio.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Thread.MLE.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      SupportedStandards: ReadOnly<string>;
      OperatingStandard: ReadOnly<string>;
      DatasetNumberOfEntries: ReadOnly<number>;
      AssociatedNodeNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'SetActiveDataset()': { async: false; input: { TLVs?: string }; output: {} };
      'SetPendingDataset()': { async: false; input: { TLVs?: string }; output: {} };
      'GetActiveDataset()': { async: false; input: {}; output: { TLVs?: string } };
      'GetPendingDataset()': { async: false; input: {}; output: { TLVs?: string } };
    };
    events: {};
  };
  'Device.Thread.MLE.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Thread.MLE.{i}.LeaderData.': {
    table: false;
    params: {
      DataVersion: ReadOnly<number>;
      LeaderRouterID: ReadOnly<number>;
      PartitionID: ReadOnly<number>;
      StableDataVersion: ReadOnly<number>;
      Weighting: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Thread.MLE.{i}.Dataset.{i}.': {
    table: true;
    params: {
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      TimeStamp: ReadOnly<string>;
      DelayTimer: ReadOnly<number>;
      Channel: ReadOnly<number>;
      NetworkName: ReadOnly<string>;
      PanID: ReadOnly<string>;
      ExtendedPanID: ReadOnly<string>;
      MeshLocalPrefix: ReadOnly<string>;
      ChannelMask: ReadOnly<string>;
      PSKc: ReadOnly<string>;
      NetworkKey: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Thread.MLE.{i}.Dataset.{i}.SecurityPolicy.': {
    table: false;
    params: {
      RotationTime: ReadOnly<number>;
      Flags: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Thread.MLE.{i}.AssociatedNode.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      LastContactTime: ReadOnly<string>;
      ExtendedMAC: ReadOnly<string>;
      Rloc16: ReadOnly<number>;
      RoutingRole: ReadOnly<string>;
      Mode: ReadOnly<string>;
      RouteNumberOfEntries: ReadOnly<number>;
      NeighborNumberOfEntries: ReadOnly<number>;
      IPv6AddressNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Thread.MLE.{i}.AssociatedNode.{i}.Neighbor.{i}.': {
    table: true;
    params: {
      NodeReference: ReadOnly<string>;
      AvgRSSI: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Thread.MLE.{i}.AssociatedNode.{i}.Route.{i}.': {
    table: true;
    params: {
      ID: ReadOnly<number>;
      PathCost: ReadOnly<number>;
      LQIn: ReadOnly<number>;
      LQOut: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Thread.MLE.{i}.AssociatedNode.{i}.IPv6Address.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Type: ReadOnly<string>;
      IPAddress: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Thread.Node.{i}.': {
    table: true;
    params: {
      ExtendedMAC: ReadOnly<string>;
      Connected: ReadWrite<boolean>;
      MLEReference: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.': {
    table: false;
    params: {
      InterfaceNumberOfEntries: ReadOnly<number>;
      ZDONumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      MaxBitRate: ReadOnly<number>;
      IEEEAddress: ReadOnly<string>;
      NetworkAddress: ReadOnly<string>;
      ZDOReference: ReadOnly<string>;
      AssociatedDeviceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
      UnknownPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.ZigBee.Interface.{i}.AssociatedDevice.{i}.': {
    table: true;
    params: {
      IEEEAddress: ReadOnly<string>;
      NetworkAddress: ReadOnly<string>;
      Active: ReadOnly<boolean>;
      ZDOReference: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      IEEEAddress: ReadOnly<string>;
      NetworkAddress: ReadOnly<string>;
      BindingTableNumberOfEntries: ReadOnly<number>;
      GroupNumberOfEntries: ReadOnly<number>;
      ApplicationEndpointNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.NodeDescriptor.': {
    table: false;
    params: {
      LogicalType: ReadOnly<string>;
      ComplexDescriptorSupported: ReadOnly<boolean>;
      UserDescriptorSupported: ReadOnly<boolean>;
      FrequencyBand: ReadOnly<string>;
      MACCapability: ReadOnly<string>;
      ManufactureCode: ReadOnly<number>;
      MaximumBufferSize: ReadOnly<number>;
      MaximumIncomingTransferSize: ReadOnly<number>;
      MaximumOutgoingTransferSize: ReadOnly<number>;
      ServerMask: ReadOnly<string>;
      DescriptorCapability: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.PowerDescriptor.': {
    table: false;
    params: {
      CurrentPowerMode: ReadOnly<string>;
      AvailablePowerSource: ReadOnly<string>;
      CurrentPowerSource: ReadOnly<string>;
      CurrentPowerSourceLevel: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.UserDescriptor.': {
    table: false;
    params: {
      DescriptorAvailable: ReadOnly<boolean>;
      Description: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.ComplexDescriptor.': {
    table: false;
    params: {
      DescriptorAvailable: ReadOnly<boolean>;
      Language: ReadOnly<string>;
      CharacterSet: ReadOnly<string>;
      ManufacturerName: ReadOnly<string>;
      ModelName: ReadOnly<string>;
      SerialNumber: ReadOnly<string>;
      DeviceURL: ReadOnly<string>;
      Icon: ReadOnly<string>;
      IconURL: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.Security.': {
    table: false;
    params: {
      TrustCenterAddress: ReadOnly<string>;
      SecurityLevel: ReadOnly<string>;
      TimeOutPeriod: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.Network.': {
    table: false;
    params: {
      NeighborNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.Network.Neighbor.{i}.': {
    table: true;
    params: {
      Neighbor: ReadOnly<string>;
      LQI: ReadOnly<number>;
      Relationship: ReadOnly<string>;
      PermitJoin: ReadOnly<string>;
      Depth: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.NodeManager.': {
    table: false;
    params: {
      RoutingTableNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.NodeManager.RoutingTable.{i}.': {
    table: true;
    params: {
      DestinationAddress: ReadOnly<string>;
      NextHopAddress: ReadOnly<string>;
      Status: ReadOnly<string>;
      MemoryConstrained: ReadOnly<boolean>;
      ManyToOne: ReadOnly<boolean>;
      RouteRecordRequired: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.Binding.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      SourceEndpoint: ReadWrite<number>;
      SourceAddress: ReadWrite<string>;
      ClusterId: ReadWrite<number>;
      DestinationAddressMode: ReadWrite<string>;
      DestinationEndpoint: ReadWrite<number>;
      IEEEDestinationAddress: ReadWrite<string>;
      GroupDestinationAddress: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.Group.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      GroupId: ReadWrite<string>;
      EndpointList: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.ApplicationEndpoint.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      EndpointId: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.ZDO.{i}.ApplicationEndpoint.{i}.SimpleDescriptor.': {
    table: false;
    params: {
      ProfileId: ReadWrite<number>;
      DeviceId: ReadOnly<number>;
      DeviceVersion: ReadOnly<number>;
      InputClusterList: ReadWrite<string>;
      OutputClusterList: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.Discovery.': {
    table: false;
    params: {
      AreaNetworkNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ZigBee.Discovery.AreaNetwork.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      LastUpdate: ReadOnly<string>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Coordinator: ReadWrite<string>;
      ZDOReference: ReadOnly<string>;
      ZDOList: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Bridging.': {
    table: false;
    params: {
      MaxBridgeEntries: ReadOnly<number>;
      MaxDBridgeEntries: ReadOnly<number>;
      MaxQBridgeEntries: ReadOnly<number>;
      MaxVLANEntries: ReadOnly<number>;
      MaxProviderBridgeEntries: ReadOnly<number>;
      ProviderBridgeNumberOfEntries: ReadOnly<number>;
      MaxFilterEntries: ReadOnly<number>;
      BridgeNumberOfEntries: ReadOnly<number>;
      FilterNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Bridging.Bridge.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      Standard: ReadWrite<string>;
      AgingTime: ReadWrite<number>;
      PortNumberOfEntries: ReadOnly<number>;
      VLANNumberOfEntries: ReadOnly<number>;
      VLANPortNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Bridging.Bridge.{i}.Port.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      ManagementPort: ReadWrite<boolean>;
      Type: ReadWrite<string>;
      DefaultUserPriority: ReadWrite<number>;
      PriorityRegeneration: ReadWrite<string>;
      PortState: ReadOnly<string>;
      PVID: ReadWrite<number>;
      TPID: ReadWrite<number>;
      AcceptableFrameTypes: ReadWrite<string>;
      IngressFiltering: ReadWrite<boolean>;
      ServiceAccessPrioritySelection: ReadWrite<boolean>;
      ServiceAccessPriorityTranslation: ReadWrite<string>;
      PriorityTagging: ReadWrite<boolean>;
      PathCost: ReadWrite<number>;
      Priority: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Bridging.Bridge.{i}.Port.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Bridging.Bridge.{i}.Port.{i}.PriorityCodePoint.': {
    table: false;
    params: {
      PCPSelection: ReadWrite<number>;
      UseDEI: ReadWrite<boolean>;
      RequireDropEncoding: ReadWrite<boolean>;
      PCPEncoding: ReadWrite<string>;
      PCPDecoding: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Bridging.Bridge.{i}.STP.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Protocol: ReadWrite<string>;
      BridgePriority: ReadWrite<number>;
      HelloTime: ReadWrite<number>;
      MaxAge: ReadWrite<number>;
      ForwardingDelay: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Bridging.Bridge.{i}.VLAN.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      VLANID: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Bridging.Bridge.{i}.VLANPort.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      VLAN: ReadWrite<string>;
      Port: ReadWrite<string>;
      Untagged: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Bridging.Filter.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Status: ReadOnly<string>;
      Bridge: ReadWrite<string>;
      Order: ReadWrite<number>;
      Interface: ReadWrite<string>;
      DHCPType: ReadWrite<string>;
      VLANIDFilter: ReadWrite<number>;
      EthertypeFilterList: ReadWrite<string>;
      EthertypeFilterExclude: ReadWrite<boolean>;
      SourceMACAddressFilterList: ReadWrite<string>;
      SourceMACAddressFilterExclude: ReadWrite<boolean>;
      DestMACAddressFilterList: ReadWrite<string>;
      DestMACAddressFilterExclude: ReadWrite<boolean>;
      SourceMACFromVendorClassIDFilter: ReadWrite<string>;
      SourceMACFromVendorClassIDFilterv6: ReadWrite<string>;
      SourceMACFromVendorClassIDFilterExclude: ReadWrite<boolean>;
      SourceMACFromVendorClassIDMode: ReadWrite<string>;
      DestMACFromVendorClassIDFilter: ReadWrite<string>;
      DestMACFromVendorClassIDFilterv6: ReadWrite<string>;
      DestMACFromVendorClassIDFilterExclude: ReadWrite<boolean>;
      DestMACFromVendorClassIDMode: ReadWrite<string>;
      SourceMACFromClientIDFilter: ReadWrite<string>;
      SourceMACFromClientIDFilterExclude: ReadWrite<boolean>;
      DestMACFromClientIDFilter: ReadWrite<string>;
      DestMACFromClientIDFilterExclude: ReadWrite<boolean>;
      SourceMACFromUserClassIDFilter: ReadWrite<string>;
      SourceMACFromUserClassIDFilterExclude: ReadWrite<boolean>;
      DestMACFromUserClassIDFilter: ReadWrite<string>;
      DestMACFromUserClassIDFilterExclude: ReadWrite<boolean>;
      DestIP: ReadWrite<string>;
      DestMask: ReadWrite<string>;
      DestIPExclude: ReadWrite<boolean>;
      SourceIP: ReadWrite<string>;
      SourceMask: ReadWrite<string>;
      SourceIPExclude: ReadWrite<boolean>;
      Protocol: ReadWrite<number>;
      ProtocolExclude: ReadWrite<boolean>;
      DestPort: ReadWrite<number>;
      DestPortRangeMax: ReadWrite<number>;
      DestPortExclude: ReadWrite<boolean>;
      SourcePort: ReadWrite<number>;
      SourcePortRangeMax: ReadWrite<number>;
      SourcePortExclude: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Bridging.ProviderBridge.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Type: ReadWrite<string>;
      SVLANcomponent: ReadWrite<string>;
      CVLANcomponents: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.PPP.': {
    table: false;
    params: {
      InterfaceNumberOfEntries: ReadOnly<number>;
      SupportedNCPs: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.PPP.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      ConnectionStatus: ReadOnly<string>;
      LastConnectionError: ReadOnly<string>;
      AutoDisconnectTime: ReadWrite<number>;
      IdleDisconnectTime: ReadWrite<number>;
      WarnDisconnectDelay: ReadWrite<number>;
      Username: ReadWrite<string>;
      Password: ReadWrite<string>;
      EncryptionProtocol: ReadOnly<string>;
      CompressionProtocol: ReadOnly<string>;
      AuthenticationProtocol: ReadOnly<string>;
      MaxMRUSize: ReadWrite<number>;
      CurrentMRUSize: ReadOnly<number>;
      ConnectionTrigger: ReadWrite<string>;
      LCPEcho: ReadWrite<number>;
      LCPEchoRetry: ReadWrite<number>;
      LCPEchoAdaptive: ReadWrite<boolean>;
      IPCPEnable: ReadWrite<boolean>;
      IPv6CPEnable: ReadWrite<boolean>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.PPP.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.PPP.Interface.{i}.PPPoE.': {
    table: false;
    params: {
      SessionID: ReadOnly<number>;
      ACName: ReadWrite<string>;
      ServiceName: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.PPP.Interface.{i}.IPCP.': {
    table: false;
    params: {
      LocalIPAddress: ReadOnly<string>;
      RemoteIPAddress: ReadOnly<string>;
      DNSServers: ReadOnly<string>;
      PassthroughEnable: ReadWrite<boolean>;
      PassthroughDHCPPool: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.PPP.Interface.{i}.IPv6CP.': {
    table: false;
    params: {
      LocalInterfaceIdentifier: ReadOnly<string>;
      RemoteInterfaceIdentifier: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IP.': {
    table: false;
    params: {
      IPv4Capable: ReadOnly<boolean>;
      IPv4Enable: ReadWrite<boolean>;
      IPv4Status: ReadOnly<string>;
      IPv6Capable: ReadOnly<boolean>;
      IPv6Enable: ReadWrite<boolean>;
      IPv6Status: ReadOnly<string>;
      ULAPrefix: ReadWrite<string>;
      ActivePortNumberOfEntries: ReadOnly<number>;
      InterfaceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IP.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      IPv4Enable: ReadWrite<boolean>;
      IPv6Enable: ReadWrite<boolean>;
      ULAEnable: ReadWrite<boolean>;
      Router: ReadWrite<string>;
      MaxMTUSize: ReadWrite<number>;
      Type: ReadOnly<string>;
      Loopback: ReadWrite<boolean>;
      IPv4AddressNumberOfEntries: ReadOnly<number>;
      IPv6AddressNumberOfEntries: ReadOnly<number>;
      IPv6PrefixNumberOfEntries: ReadOnly<number>;
      AutoIPEnable: ReadWrite<boolean>;
      TWAMPReflectorNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.IP.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.IP.Interface.{i}.IPv4Address.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      IPAddress: ReadWrite<string>;
      SubnetMask: ReadWrite<string>;
      AddressingType: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IP.Interface.{i}.TWAMPReflector.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Port: ReadWrite<number>;
      MaximumTTL: ReadWrite<number>;
      IPAllowedList: ReadWrite<string>;
      PortAllowedList: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IP.Interface.{i}.IPv6Address.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      IPAddressStatus: ReadOnly<string>;
      Alias: WriteOnce<string>;
      IPAddress: ReadWrite<string>;
      Origin: ReadOnly<string>;
      Prefix: ReadWrite<string>;
      PreferredLifetime: ReadWrite<string>;
      ValidLifetime: ReadWrite<string>;
      Anycast: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.IP.Interface.{i}.IPv6Prefix.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      PrefixStatus: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Prefix: ReadWrite<string>;
      Origin: ReadOnly<string>;
      StaticType: ReadWrite<string>;
      ParentPrefix: ReadWrite<string>;
      ChildPrefixBits: ReadWrite<string>;
      OnLink: ReadWrite<boolean>;
      Autonomous: ReadWrite<boolean>;
      PreferredLifetime: ReadWrite<string>;
      ValidLifetime: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IP.ActivePort.{i}.': {
    table: true;
    params: {
      LocalIPAddress: ReadOnly<string>;
      LocalPort: ReadOnly<number>;
      RemoteIPAddress: ReadOnly<string>;
      RemotePort: ReadOnly<number>;
      Status: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IP.Diagnostics.': {
    table: false;
    params: {
      IPv4PingSupported: ReadOnly<boolean>;
      IPv6PingSupported: ReadOnly<boolean>;
      IPv4TraceRouteSupported: ReadOnly<boolean>;
      IPv6TraceRouteSupported: ReadOnly<boolean>;
      IPv4DownloadDiagnosticsSupported: ReadOnly<boolean>;
      IPv6DownloadDiagnosticsSupported: ReadOnly<boolean>;
      IPv4UploadDiagnosticsSupported: ReadOnly<boolean>;
      IPv6UploadDiagnosticsSupported: ReadOnly<boolean>;
      IPv4UDPEchoDiagnosticsSupported: ReadOnly<boolean>;
      IPv6UDPEchoDiagnosticsSupported: ReadOnly<boolean>;
      IPLayerCapacitySupported: ReadOnly<boolean>;
      IPv4ServerSelectionDiagnosticsSupported: ReadOnly<boolean>;
      IPv6ServerSelectionDiagnosticsSupported: ReadOnly<boolean>;
      DownloadTransports: ReadOnly<string>;
      DownloadDiagnosticMaxConnections: ReadOnly<number>;
      DownloadDiagnosticsMaxIncrementalResult: ReadOnly<number>;
      UploadTransports: ReadOnly<string>;
      UploadDiagnosticsMaxConnections: ReadOnly<number>;
      UploadDiagnosticsMaxIncrementalResult: ReadOnly<number>;
      UDPEchoDiagnosticsMaxResults: ReadOnly<number>;
      IPLayerMaxConnections: ReadOnly<number>;
      IPLayerMaxIncrementalResult: ReadOnly<number>;
      IPLayerCapSupportedSoftwareVersion: ReadOnly<string>;
      IPLayerCapSupportedControlProtocolVersion: ReadOnly<string>;
      IPLayerCapSupportedMetrics: ReadOnly<string>;
      IPLayerCapacityAuthCodeNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'IPPing()': { async: true; input: { Interface?: string; ProtocolVersion: string; Host: string; NumberOfRepetitions: number; Timeout: number; DataBlockSize: number; DSCP?: number }; output: { Status?: string; IPAddressUsed?: string; SuccessCount?: number; FailureCount?: number; AverageResponseTime?: number; MinimumResponseTime?: number; MaximumResponseTime?: number; AverageResponseTimeDetailed?: number; MinimumResponseTimeDetailed?: number; MaximumResponseTimeDetailed?: number } };
      'TraceRoute()': { async: true; input: { Interface?: string; ProtocolVersion: string; Host: string; NumberOfTries?: number; Timeout?: number; DataBlockSize?: number; DSCP?: number; MaxHopCount?: number }; output: { Status?: string; IPAddressUsed?: string; ResponseTime?: number; 'RouteHops.{i}.Host'?: string; 'RouteHops.{i}.HostAddress'?: string; 'RouteHops.{i}.ErrorCode'?: number; 'RouteHops.{i}.RTTimes'?: string } };
      'DownloadDiagnostics()': { async: true; input: { Interface?: string; DownloadURL: string; DSCP?: number; EthernetPriority?: number; TimeBasedTestDuration?: number; TimeBasedTestMeasurementInterval?: number; TimeBasedTestMeasurementOffset?: number; ProtocolVersion?: string; NumberOfConnections?: number; EnablePerConnectionResults?: boolean }; output: { Status?: string; IPAddressUsed?: string; ROMTime?: string; BOMTime?: string; EOMTime?: string; TestBytesReceived?: bigint; TotalBytesReceived?: bigint; TotalBytesSent?: bigint; TestBytesReceivedUnderFullLoading?: bigint; TotalBytesReceivedUnderFullLoading?: bigint; TotalBytesSentUnderFullLoading?: bigint; PeriodOfFullLoading?: number; TCPOpenRequestTime?: string; TCPOpenResponseTime?: string; 'PerConnectionResult.{i}.ROMTime'?: string; 'PerConnectionResult.{i}.BOMTime'?: string; 'PerConnectionResult.{i}.EOMTime'?: string; 'PerConnectionResult.{i}.TestBytesReceived'?: bigint; 'PerConnectionResult.{i}.TotalBytesReceived'?: bigint; 'PerConnectionResult.{i}.TotalBytesSent'?: bigint; 'PerConnectionResult.{i}.TCPOpenRequestTime'?: string; 'PerConnectionResult.{i}.TCPOpenResponseTime'?: string; 'IncrementalResult.{i}.TestBytesReceived'?: bigint; 'IncrementalResult.{i}.TotalBytesReceived'?: bigint; 'IncrementalResult.{i}.TotalBytesSent'?: bigint; 'IncrementalResult.{i}.StartTime'?: string; 'IncrementalResult.{i}.EndTime'?: string } };
      'UploadDiagnostics()': { async: true; input: { Interface?: string; UploadURL: string; DSCP?: number; EthernetPriority?: number; TestFileLength?: bigint; TimeBasedTestDuration?: number; TimeBasedTestMeasurementInterval?: number; TimeBasedTestMeasurementOffset?: number; ProtocolVersion?: string; NumberOfConnections?: number; EnablePerConnectionResults?: boolean }; output: { Status?: string; IPAddressUsed?: string; ROMTime?: string; BOMTime?: string; EOMTime?: string; TestBytesSent?: bigint; TotalBytesReceived?: bigint; TotalBytesSent?: bigint; TestBytesSentUnderFullLoading?: bigint; TotalBytesReceivedUnderFullLoading?: bigint; TotalBytesSentUnderFullLoading?: bigint; PeriodOfFullLoading?: number; TCPOpenRequestTime?: string; TCPOpenResponseTime?: string; 'PerConnectionResult.{i}.ROMTime'?: string; 'PerConnectionResult.{i}.BOMTime'?: string; 'PerConnectionResult.{i}.EOMTime'?: string; 'PerConnectionResult.{i}.TestBytesSent'?: bigint; 'PerConnectionResult.{i}.TotalBytesReceived'?: bigint; 'PerConnectionResult.{i}.TotalBytesSent'?: bigint; 'PerConnectionResult.{i}.TCPOpenRequestTime'?: string; 'PerConnectionResult.{i}.TCPOpenResponseTime'?: string; 'IncrementalResult.{i}.TestBytesSent'?: bigint; 'IncrementalResult.{i}.TotalBytesReceived'?: bigint; 'IncrementalResult.{i}.TotalBytesSent'?: bigint; 'IncrementalResult.{i}.StartTime'?: string; 'IncrementalResult.{i}.EndTime'?: string } };
      'UDPEchoDiagnostics()': { async: true; input: { Interface?: string; Host: string; Port: number; NumberOfRepetitions?: number; Timeout: number; DataBlockSize?: number; DSCP?: number; InterTransmissionTime?: number; ProtocolVersion?: string; EnableIndividualPacketResults?: boolean }; output: { Status?: string; IPAddressUsed?: string; SuccessCount?: number; FailureCount?: number; AverageResponseTime?: number; MinimumResponseTime?: number; MaximumResponseTime?: number; 'IndividualPacketResult.{i}.PacketSuccess'?: boolean; 'IndividualPacketResult.{i}.PacketSendTime'?: string; 'IndividualPacketResult.{i}.PacketReceiveTime'?: string; 'IndividualPacketResult.{i}.TestGenSN'?: number; 'IndividualPacketResult.{i}.TestRespSN'?: number; 'IndividualPacketResult.{i}.TestRespRcvTimeStamp'?: number; 'IndividualPacketResult.{i}.TestRespReplyTimeStamp'?: number; 'IndividualPacketResult.{i}.TestRespReplyFailureCount'?: number } };
      'IPLayerCapacity()': { async: true; input: { Interface?: string; Role: string; Host?: string; ServerList: string; Port?: number; JumboFramesPermitted?: boolean; MTU?: number; LocalInterfaceRateIncluded?: boolean; AuthenticationEnabled?: boolean; AuthenticationCode?: string; AuthenticationAlias?: string; AuthenticationKeyFileLocation?: string; NumberOfConnections?: number; FlowCount?: number; MaximumFlows?: number; EthernetPriority?: number; DSCP?: number; ProtocolVersion?: string; UDPPayloadMin?: number; UDPPayloadMax?: number; UDPPayloadContent?: string; PortMin?: number; PortMax?: number; PortOptionalMin?: number; PortOptionalMax?: number; TestType?: string; IPDVEnable?: boolean; IPRREnable?: boolean; RIPREnable?: boolean; PreambleDuration?: number; MaximumTestBandwidth?: number; StartSendingRate?: number; StartSendingRateIndex?: number; NumberTestSubIntervals?: number; NumberFirstModeTestSubIntervals?: number; TestSubInterval?: number; StatusFeedbackInterval?: number; TimeoutNoTestTraffic?: number; TimeoutNoStatusMessage?: number; Tmax?: number; TmaxRTT?: number; TimestampResolution?: number; SeqErrThresh?: number; ReordDupIgnoreEnable?: boolean; LowerThresh?: number; UpperThresh?: number; RetryThresh?: number; HighSpeedDelta?: number; RateAdjAlgorithm?: string; SlowAdjThresh?: number; HSpeedThresh?: number }; output: { Status?: string; StatusCode?: number; StatusMessage?: string; BOMTime?: string; EOMTime?: string; TmaxUsed?: number; TestInterval?: number; MaxIPLayerCapacity?: number; TimeOfMax?: string; MaxETHCapacityNoFCS?: number; MaxETHCapacityWithFCS?: number; MaxETHCapacityWithFCSVLAN?: number; LossRatioAtMax?: number; RTTRangeAtMax?: number; PDVRangeAtMax?: number; MinOnewayDelayAtMax?: number; ReorderedRatioAtMax?: number; ReplicatedRatioAtMax?: number; RTTMinAtMax?: number; RTTMaxAtMax?: number; InterfaceEthMbpsAtMax?: number; IPLayerCapacitySummary?: number; LossRatioSummary?: number; RTTRangeSummary?: number; PDVRangeSummary?: number; MinOnewayDelaySummary?: number; MinRTTSummary?: number; ReorderedRatioSummary?: number; ReplicatedRatioSummary?: number; InterfaceEthMbpsSummary?: number; TmaxRTTUsed?: number; TimestampResolutionUsed?: number; ActiveFlows?: number; 'ModalResult.{i}.MaxIPLayerCapacity'?: number; 'ModalResult.{i}.TimeOfMax'?: string; 'ModalResult.{i}.MaxETHCapacityNoFCS'?: number; 'ModalResult.{i}.MaxETHCapacityWithFCS'?: number; 'ModalResult.{i}.MaxETHCapacityWithFCSVLAN'?: number; 'ModalResult.{i}.LossRatioAtMax'?: number; 'ModalResult.{i}.RTTRangeAtMax'?: number; 'ModalResult.{i}.PDVRangeAtMax'?: number; 'ModalResult.{i}.MinOnewayDelayAtMax'?: number; 'ModalResult.{i}.ReorderedRatioAtMax'?: number; 'ModalResult.{i}.ReplicatedRatioAtMax'?: number; 'ModalResult.{i}.InterfaceEthMbpsAtMax'?: number; 'IncrementalResult.{i}.IPLayerCapacity'?: number; 'IncrementalResult.{i}.TimeOfSubInterval'?: string; 'IncrementalResult.{i}.LossRatio'?: number; 'IncrementalResult.{i}.RTTRange'?: number; 'IncrementalResult.{i}.PDVRange'?: number; 'IncrementalResult.{i}.MinOnewayDelay'?: number; 'IncrementalResult.{i}.ReorderedRatio'?: number; 'IncrementalResult.{i}.ReplicatedRatio'?: number; 'IncrementalResult.{i}.InterfaceEthMbps'?: number } };
      'ServerSelectionDiagnostics()': { async: true; input: { Interface?: string; ProtocolVersion: string; Protocol: string; HostList: string; NumberOfRepetitions: number; Timeout: number }; output: { Status?: string; FastestHost?: string; MinimumResponseTime?: number; AverageResponseTime?: number; MaximumResponseTime?: number; IPAddressUsed?: string } };
    };
    events: {};
  };
  'Device.IP.Diagnostics.UDPEchoConfig.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Interface: ReadWrite<string>;
      SourceIPAddress: ReadWrite<string>;
      UDPPort: ReadWrite<number>;
      EchoPlusEnabled: ReadWrite<boolean>;
      EchoPlusSupported: ReadOnly<boolean>;
      PacketsReceived: ReadOnly<number>;
      PacketsResponded: ReadOnly<number>;
      BytesReceived: ReadOnly<number>;
      BytesResponded: ReadOnly<number>;
      TimeFirstPacketReceived: ReadOnly<string>;
      TimeLastPacketReceived: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IP.Diagnostics.IPLayerCapacityAuthCode.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      AuthenticationKey: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LLDP.': {
    table: false;
    params: {};
    commands: {};
    events: {};
  };
  'Device.LLDP.Discovery.': {
    table: false;
    params: {
      DeviceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LLDP.Discovery.Device.{i}.': {
    table: true;
    params: {
      Interface: ReadOnly<string>;
      ChassisIDSubtype: ReadOnly<number>;
      ChassisID: ReadOnly<string>;
      Host: ReadOnly<string>;
      PortNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LLDP.Discovery.Device.{i}.Port.{i}.': {
    table: true;
    params: {
      PortIDSubtype: ReadOnly<number>;
      PortID: ReadOnly<string>;
      TTL: ReadOnly<number>;
      PortDescription: ReadOnly<string>;
      MACAddressList: ReadOnly<string>;
      LastUpdate: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LLDP.Discovery.Device.{i}.Port.{i}.LinkInformation.': {
    table: false;
    params: {
      InterfaceType: ReadOnly<number>;
      MACForwardingTable: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LLDP.Discovery.Device.{i}.DeviceInformation.': {
    table: false;
    params: {
      DeviceCategory: ReadOnly<string>;
      ManufacturerOUI: ReadOnly<string>;
      ModelName: ReadOnly<string>;
      ModelNumber: ReadOnly<string>;
      VendorSpecificNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LLDP.Discovery.Device.{i}.DeviceInformation.VendorSpecific.{i}.': {
    table: true;
    params: {
      OrganizationCode: ReadOnly<string>;
      InformationType: ReadOnly<number>;
      Information: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IPsec.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      AHSupported: ReadOnly<boolean>;
      IKEv2SupportedEncryptionAlgorithms: ReadOnly<string>;
      ESPSupportedEncryptionAlgorithms: ReadOnly<string>;
      IKEv2SupportedPseudoRandomFunctions: ReadOnly<string>;
      SupportedIntegrityAlgorithms: ReadOnly<string>;
      SupportedDiffieHellmanGroupTransforms: ReadOnly<string>;
      MaxFilterEntries: ReadOnly<number>;
      MaxProfileEntries: ReadOnly<number>;
      FilterNumberOfEntries: ReadOnly<number>;
      ProfileNumberOfEntries: ReadOnly<number>;
      TunnelNumberOfEntries: ReadOnly<number>;
      IKEv2SANumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IPsec.Stats.': {
    table: false;
    params: {
      NegotiationFailures: ReadOnly<number>;
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      UnknownSPIErrors: ReadOnly<number>;
      DecryptionErrors: ReadOnly<number>;
      IntegrityErrors: ReadOnly<number>;
      ReplayErrors: ReadOnly<number>;
      PolicyErrors: ReadOnly<number>;
      OtherReceiveErrors: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IPsec.Filter.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Order: ReadWrite<number>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      AllInterfaces: ReadWrite<boolean>;
      DestIP: ReadWrite<string>;
      DestMask: ReadWrite<string>;
      DestIPExclude: ReadWrite<boolean>;
      SourceIP: ReadWrite<string>;
      SourceMask: ReadWrite<string>;
      SourceIPExclude: ReadWrite<boolean>;
      Protocol: ReadWrite<number>;
      ProtocolExclude: ReadWrite<boolean>;
      DestPort: ReadWrite<number>;
      DestPortRangeMax: ReadWrite<number>;
      DestPortExclude: ReadWrite<boolean>;
      SourcePort: ReadWrite<number>;
      SourcePortRangeMax: ReadWrite<number>;
      SourcePortExclude: ReadWrite<boolean>;
      ProcessingChoice: ReadWrite<string>;
      Profile: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IPsec.Profile.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      MaxChildSAs: ReadWrite<number>;
      RemoteEndpoints: ReadWrite<string>;
      ForwardingPolicy: ReadWrite<number>;
      Protocol: ReadWrite<string>;
      IKEv2AuthenticationMethod: ReadWrite<string>;
      IKEv2AllowedEncryptionAlgorithms: ReadWrite<string>;
      ESPAllowedEncryptionAlgorithms: ReadWrite<string>;
      IKEv2AllowedPseudoRandomFunctions: ReadWrite<string>;
      IKEv2AllowedIntegrityAlgorithms: ReadWrite<string>;
      AHAllowedIntegrityAlgorithms: ReadWrite<string>;
      ESPAllowedIntegrityAlgorithms: ReadWrite<string>;
      IKEv2AllowedDiffieHellmanGroupTransforms: ReadWrite<string>;
      IKEv2DeadPeerDetectionTimeout: ReadWrite<number>;
      IKEv2NATTKeepaliveTimeout: ReadWrite<number>;
      AntiReplayWindowSize: ReadWrite<number>;
      DoNotFragment: ReadWrite<string>;
      DSCPMarkPolicy: ReadWrite<number>;
      IKEv2SATrafficLimit: ReadWrite<bigint>;
      IKEv2SATimeLimit: ReadWrite<number>;
      IKEv2SAExpiryAction: ReadWrite<string>;
      ChildSATrafficLimit: ReadWrite<bigint>;
      ChildSATimeLimit: ReadWrite<number>;
      ChildSAExpiryAction: ReadWrite<string>;
      SentCPAttrNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IPsec.Profile.{i}.SentCPAttr.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Type: ReadWrite<number>;
      Value: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IPsec.Tunnel.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      TunnelInterface: ReadOnly<string>;
      TunneledInterface: ReadOnly<string>;
      Filters: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IPsec.Tunnel.{i}.Stats.': {
    table: false;
    params: {
      DecryptionErrors: ReadOnly<number>;
      IntegrityErrors: ReadOnly<number>;
      ReplayErrors: ReadOnly<number>;
      PolicyErrors: ReadOnly<number>;
      OtherReceiveErrors: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IPsec.IKEv2SA.{i}.': {
    table: true;
    params: {
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Tunnel: ReadOnly<string>;
      LocalAddress: ReadOnly<string>;
      RemoteAddress: ReadOnly<string>;
      EncryptionAlgorithm: ReadOnly<string>;
      EncryptionKeyLength: ReadOnly<number>;
      PseudoRandomFunction: ReadOnly<string>;
      IntegrityAlgorithm: ReadOnly<string>;
      DiffieHellmanGroupTransform: ReadOnly<string>;
      CreationTime: ReadOnly<string>;
      NATDetected: ReadOnly<string>;
      ReceivedCPAttrNumberOfEntries: ReadOnly<number>;
      ChildSANumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IPsec.IKEv2SA.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      DecryptionErrors: ReadOnly<number>;
      IntegrityErrors: ReadOnly<number>;
      OtherReceiveErrors: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IPsec.IKEv2SA.{i}.ReceivedCPAttr.{i}.': {
    table: true;
    params: {
      Type: ReadOnly<number>;
      Value: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IPsec.IKEv2SA.{i}.ChildSA.{i}.': {
    table: true;
    params: {
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      InboundSPI: ReadOnly<number>;
      OutboundSPI: ReadOnly<number>;
      CreationTime: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IPsec.IKEv2SA.{i}.ChildSA.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      DecryptionErrors: ReadOnly<number>;
      IntegrityErrors: ReadOnly<number>;
      ReplayErrors: ReadOnly<number>;
      PolicyErrors: ReadOnly<number>;
      OtherReceiveErrors: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.GRE.': {
    table: false;
    params: {
      TunnelNumberOfEntries: ReadOnly<number>;
      FilterNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.GRE.Tunnel.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      RemoteEndpoints: ReadWrite<string>;
      KeepAlivePolicy: ReadWrite<string>;
      KeepAliveTimeout: ReadWrite<number>;
      KeepAliveThreshold: ReadWrite<number>;
      DeliveryHeaderProtocol: ReadWrite<string>;
      DefaultDSCPMark: ReadWrite<number>;
      ConnectedRemoteEndpoint: ReadOnly<string>;
      InterfaceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.GRE.Tunnel.{i}.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      ProtocolIdOverride: ReadWrite<number>;
      UseChecksum: ReadWrite<boolean>;
      KeyIdentifierGenerationPolicy: ReadWrite<string>;
      KeyIdentifier: ReadWrite<number>;
      UseSequenceNumber: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.GRE.Tunnel.{i}.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
      DiscardChecksumReceived: ReadOnly<number>;
      DiscardSequenceNumberReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.GRE.Tunnel.{i}.Stats.': {
    table: false;
    params: {
      KeepAliveSent: ReadOnly<number>;
      KeepAliveReceived: ReadOnly<number>;
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.GRE.Filter.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Order: ReadWrite<number>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      AllInterfaces: ReadWrite<boolean>;
      VLANIDCheck: ReadWrite<number>;
      VLANIDExclude: ReadWrite<boolean>;
      DSCPMarkPolicy: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.L2TPv3.': {
    table: false;
    params: {
      TunnelNumberOfEntries: ReadOnly<number>;
      FilterNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.L2TPv3.Tunnel.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      RemoteEndpoints: ReadWrite<string>;
      KeepAlivePolicy: ReadWrite<string>;
      KeepAliveTimeout: ReadWrite<number>;
      KeepAliveThreshold: ReadWrite<number>;
      DeliveryHeaderProtocol: ReadWrite<string>;
      DefaultDSCPMark: ReadWrite<number>;
      TunnelEncapsulation: ReadWrite<string>;
      ConnectedRemoteEndpoint: ReadOnly<string>;
      InterfaceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.L2TPv3.Tunnel.{i}.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      SessionID: ReadWrite<number>;
      CookiePolicy: ReadWrite<string>;
      Cookie: ReadWrite<bigint>;
    };
    commands: {};
    events: {};
  };
  'Device.L2TPv3.Tunnel.{i}.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
      DiscardChecksumReceived: ReadOnly<number>;
      DiscardSequenceNumberReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.L2TPv3.Tunnel.{i}.UDP.': {
    table: false;
    params: {
      SourcePort: ReadWrite<number>;
      RemotePort: ReadWrite<number>;
      EnableChecksum: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.L2TPv3.Tunnel.{i}.Stats.': {
    table: false;
    params: {
      KeepAliveSent: ReadOnly<number>;
      KeepAliveReceived: ReadOnly<number>;
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.L2TPv3.Filter.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Order: ReadWrite<number>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      AllInterfaces: ReadWrite<boolean>;
      VLANIDCheck: ReadWrite<number>;
      VLANIDExclude: ReadWrite<boolean>;
      DSCPMarkPolicy: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.VXLAN.': {
    table: false;
    params: {
      TunnelNumberOfEntries: ReadOnly<number>;
      FilterNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.VXLAN.Tunnel.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      RemoteEndpoints: ReadWrite<string>;
      KeepAlivePolicy: ReadWrite<string>;
      KeepAliveTimeout: ReadWrite<number>;
      KeepAliveThreshold: ReadWrite<number>;
      DeliveryHeaderProtocol: ReadWrite<string>;
      DefaultDSCPMark: ReadWrite<number>;
      ConnectedRemoteEndpoint: ReadOnly<string>;
      InterfaceNumberOfEntries: ReadOnly<number>;
      SourcePort: ReadWrite<number>;
      RemotePort: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.VXLAN.Tunnel.{i}.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      VNI: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.VXLAN.Tunnel.{i}.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
      DiscardChecksumReceived: ReadOnly<number>;
      DiscardSequenceNumberReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.VXLAN.Tunnel.{i}.Stats.': {
    table: false;
    params: {
      KeepAliveSent: ReadOnly<number>;
      KeepAliveReceived: ReadOnly<number>;
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.VXLAN.Filter.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Order: ReadWrite<number>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      AllInterfaces: ReadWrite<boolean>;
      VLANIDCheck: ReadWrite<number>;
      VLANIDExclude: ReadWrite<boolean>;
      DSCPMarkPolicy: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.MAP.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      DomainNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.MAP.Domain.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      TransportMode: ReadWrite<string>;
      WANInterface: ReadWrite<string>;
      IPv6Prefix: ReadWrite<string>;
      BRIPv6Prefix: ReadWrite<string>;
      DSCPMarkPolicy: ReadWrite<number>;
      RuleNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.MAP.Domain.{i}.Interface.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.MAP.Domain.{i}.Interface.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.MAP.Domain.{i}.Rule.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Origin: ReadOnly<string>;
      IPv6Prefix: ReadWrite<string>;
      IPv4Prefix: ReadWrite<string>;
      EABitsLength: ReadWrite<number>;
      IsFMR: ReadWrite<boolean>;
      PSIDOffset: ReadWrite<number>;
      PSIDLength: ReadWrite<number>;
      PSID: ReadWrite<number>;
      IncludeSystemPorts: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.CaptivePortal.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      AllowedList: ReadWrite<string>;
      URL: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.': {
    table: false;
    params: {
      RouterNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.Router.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      IPv4ForwardingNumberOfEntries: ReadOnly<number>;
      IPv6ForwardingNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.Router.{i}.IPv4Forwarding.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Type: ReadWrite<string>;
      StaticRoute: ReadOnly<boolean>;
      DestIPAddress: ReadWrite<string>;
      DestSubnetMask: ReadWrite<string>;
      ForwardingPolicy: ReadWrite<number>;
      GatewayIPAddress: ReadWrite<string>;
      Interface: ReadWrite<string>;
      Origin: ReadOnly<string>;
      ForwardingMetric: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.Router.{i}.IPv6Forwarding.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Type: ReadWrite<string>;
      DestIPPrefix: ReadWrite<string>;
      ForwardingPolicy: ReadWrite<number>;
      NextHop: ReadWrite<string>;
      Interface: ReadWrite<string>;
      Origin: ReadOnly<string>;
      ForwardingMetric: ReadWrite<number>;
      ExpirationTime: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.RIP.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      SupportedModes: ReadOnly<string>;
      InterfaceSettingNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.RIP.InterfaceSetting.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      AcceptRA: ReadWrite<boolean>;
      SendRA: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.RouteInformation.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      InterfaceSettingNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.RouteInformation.InterfaceSetting.{i}.': {
    table: true;
    params: {
      Status: ReadOnly<string>;
      Interface: ReadOnly<string>;
      SourceRouter: ReadOnly<string>;
      PreferredRouteFlag: ReadOnly<string>;
      Prefix: ReadOnly<string>;
      ManagedAddressConfiguration: ReadOnly<boolean>;
      OtherConfiguration: ReadOnly<boolean>;
      RouteLifetime: ReadOnly<string>;
      ReachableTime: ReadOnly<number>;
      RetransTimer: ReadOnly<number>;
      HomeAgent: ReadOnly<boolean>;
      OptionNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.RouteInformation.InterfaceSetting.{i}.Option.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Tag: ReadOnly<number>;
      Value: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.Babel.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      ImplementationVersion: ReadOnly<string>;
      SelfRouterID: ReadOnly<string>;
      SelfSeqno: ReadOnly<number>;
      SupportedMetricCompAlgorithms: ReadOnly<string>;
      SupportedSecurityMechanisms: ReadOnly<string>;
      SupportedMACAlgorithms: ReadOnly<string>;
      SupportedDTLSCertTypes: ReadOnly<string>;
      StatsEnable: ReadWrite<boolean>;
      InterfaceSettingNumberOfEntries: ReadOnly<number>;
      RouteNumberOfEntries: ReadOnly<number>;
      MACKeySetNumberOfEntries: ReadOnly<number>;
      DTLSCertSetNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'StatsReset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Routing.Babel.Constants.': {
    table: false;
    params: {
      UDPPort: ReadWrite<number>;
      MulticastGroup: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.Babel.InterfaceSetting.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      InterfaceReference: ReadOnly<string>;
      InterfaceMetricAlgorithm: ReadOnly<string>;
      SplitHorizonEnabled: ReadWrite<boolean>;
      McastHelloSeqno: ReadOnly<number>;
      McastHelloInterval: ReadOnly<number>;
      UpdateInterval: ReadOnly<number>;
      MACEnabled: ReadWrite<boolean>;
      InterfaceMACKeySets: ReadWrite<string>;
      MACVerify: ReadWrite<boolean>;
      DTLSEnabled: ReadWrite<boolean>;
      InterfaceDTLSCertSets: ReadWrite<string>;
      CachedInfoEnabled: ReadWrite<boolean>;
      DTLSCertPrefer: ReadWrite<string>;
      PacketLogEnable: ReadWrite<boolean>;
      PacketLog: ReadOnly<string>;
      NeighborNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.Babel.InterfaceSetting.{i}.Stats.': {
    table: false;
    params: {
      SentMcastHello: ReadOnly<bigint>;
      SentMcastUpdate: ReadOnly<bigint>;
      SentUcastHello: ReadOnly<bigint>;
      SentUcastUpdate: ReadOnly<bigint>;
      SentIHU: ReadOnly<bigint>;
      ReceivedPackets: ReadOnly<bigint>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.Babel.InterfaceSetting.{i}.Neighbor.{i}.': {
    table: true;
    params: {
      NeighborAddress: ReadOnly<string>;
      HelloMCastHistory: ReadOnly<string>;
      HelloUCastHistory: ReadOnly<string>;
      TXCost: ReadOnly<number>;
      ExpectedMCastHelloSeqno: ReadOnly<number>;
      ExpectedUCastHelloSeqno: ReadOnly<number>;
      UnicastHelloSeqno: ReadOnly<number>;
      UnicastHelloInterval: ReadOnly<number>;
      RXCost: ReadOnly<number>;
      Cost: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.Babel.Route.{i}.': {
    table: true;
    params: {
      RoutePrefix: ReadOnly<string>;
      SourceRouterID: ReadOnly<string>;
      Neighbor: ReadOnly<string>;
      ReceivedMetric: ReadOnly<number>;
      CalculatedMetric: ReadOnly<number>;
      RouteSeqno: ReadOnly<number>;
      NextHop: ReadOnly<string>;
      RouteFeasible: ReadOnly<boolean>;
      RouteSelected: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.Babel.MACKeySet.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      DefaultApply: ReadWrite<boolean>;
      MACKeyNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.Babel.MACKeySet.{i}.MACKey.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      KeyUseSend: ReadWrite<boolean>;
      KeyUseVerify: ReadWrite<boolean>;
      KeyValue: WriteOnce<string>;
      MACKeyAlgorithm: ReadWrite<string>;
    };
    commands: {
      'MACTest()': { async: false; input: { InputString: string; InputMAC: string }; output: { Match?: boolean } };
    };
    events: {};
  };
  'Device.Routing.Babel.DTLSCertSet.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      DefaultApply: ReadWrite<boolean>;
      DTLSCertNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Routing.Babel.DTLSCertSet.{i}.DTLSCert.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      CertValue: WriteOnce<string>;
      CertType: ReadWrite<string>;
      CertPrivateKey: WriteOnce<string>;
    };
    commands: {};
    events: {};
  };
  'Device.NeighborDiscovery.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      InterfaceSettingNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.NeighborDiscovery.InterfaceSetting.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      DADTransmits: ReadWrite<number>;
      RetransTimer: ReadWrite<number>;
      RtrSolicitationInterval: ReadWrite<number>;
      MaxRtrSolicitations: ReadWrite<number>;
      NUDEnable: ReadWrite<boolean>;
      RSEnable: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.RouterAdvertisement.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      InterfaceSettingNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.RouterAdvertisement.InterfaceSetting.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      RDNSSMode: ReadWrite<string>;
      RDNSS: ReadWrite<string>;
      DNSSL: ReadWrite<string>;
      ManualPrefixes: ReadWrite<string>;
      Prefixes: ReadOnly<string>;
      MaxRtrAdvInterval: ReadWrite<number>;
      MinRtrAdvInterval: ReadWrite<number>;
      AdvDefaultLifetime: ReadWrite<number>;
      AdvManagedFlag: ReadWrite<boolean>;
      AdvOtherConfigFlag: ReadWrite<boolean>;
      AdvMobileAgentFlag: ReadWrite<boolean>;
      AdvPreferredRouterFlag: ReadWrite<string>;
      AdvNDProxyFlag: ReadWrite<boolean>;
      AdvLinkMTU: ReadWrite<number>;
      AdvReachableTime: ReadWrite<number>;
      AdvRetransTimer: ReadWrite<number>;
      AdvCurHopLimit: ReadWrite<number>;
      AdvRDNSSLifetime: ReadWrite<number>;
      AdvDNSSLLifetime: ReadWrite<number>;
      OptionNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.RouterAdvertisement.InterfaceSetting.{i}.Option.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Tag: ReadWrite<number>;
      Value: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IPv6rd.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      InterfaceSettingNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IPv6rd.InterfaceSetting.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      BorderRelayIPv4Addresses: ReadWrite<string>;
      AllTrafficToBorderRelay: ReadWrite<boolean>;
      SPIPv6Prefix: ReadWrite<string>;
      IPv4MaskLength: ReadWrite<number>;
      AddressSource: ReadWrite<string>;
      TunnelInterface: ReadOnly<string>;
      TunneledInterface: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DSLite.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      InterfaceSettingNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DSLite.InterfaceSetting.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      EndpointAssignmentPrecedence: ReadWrite<string>;
      EndpointAddressTypePrecedence: ReadWrite<string>;
      EndpointAddressInUse: ReadOnly<string>;
      EndpointName: ReadWrite<string>;
      EndpointAddress: ReadWrite<string>;
      Origin: ReadOnly<string>;
      TunnelInterface: ReadOnly<string>;
      TunneledInterface: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.QoS.': {
    table: false;
    params: {
      MaxClassificationEntries: ReadOnly<number>;
      ClassificationNumberOfEntries: ReadOnly<number>;
      MaxAppEntries: ReadOnly<number>;
      AppNumberOfEntries: ReadOnly<number>;
      MaxFlowEntries: ReadOnly<number>;
      FlowNumberOfEntries: ReadOnly<number>;
      MaxPolicerEntries: ReadOnly<number>;
      PolicerNumberOfEntries: ReadOnly<number>;
      MaxQueueEntries: ReadOnly<number>;
      QueueNumberOfEntries: ReadOnly<number>;
      QueueStatsNumberOfEntries: ReadOnly<number>;
      MaxShaperEntries: ReadOnly<number>;
      ShaperNumberOfEntries: ReadOnly<number>;
      MaxSchedulerEntries: ReadOnly<number>;
      SchedulerNumberOfEntries: ReadOnly<number>;
      DefaultForwardingPolicy: ReadWrite<number>;
      DefaultTrafficClass: ReadWrite<number>;
      DefaultPolicer: ReadWrite<string>;
      DefaultQueue: ReadWrite<string>;
      DefaultDSCPMark: ReadWrite<number>;
      DefaultEthernetPriorityMark: ReadWrite<number>;
      DefaultInnerEthernetPriorityMark: ReadWrite<number>;
      AvailableAppList: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.QoS.Classification.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Order: ReadWrite<number>;
      Alias: WriteOnce<string>;
      DHCPType: ReadWrite<string>;
      Interface: ReadWrite<string>;
      AllInterfaces: ReadWrite<boolean>;
      IPVersion: ReadWrite<number>;
      DestIP: ReadWrite<string>;
      DestMask: ReadWrite<string>;
      DestIPExclude: ReadWrite<boolean>;
      SourceIP: ReadWrite<string>;
      SourceMask: ReadWrite<string>;
      SourceIPExclude: ReadWrite<boolean>;
      Protocol: ReadWrite<number>;
      ProtocolExclude: ReadWrite<boolean>;
      DestPort: ReadWrite<number>;
      DestPortRangeMax: ReadWrite<number>;
      DestPortExclude: ReadWrite<boolean>;
      SourcePort: ReadWrite<number>;
      SourcePortRangeMax: ReadWrite<number>;
      SourcePortExclude: ReadWrite<boolean>;
      SourceMACAddress: ReadWrite<string>;
      SourceMACMask: ReadWrite<string>;
      SourceMACExclude: ReadWrite<boolean>;
      DestMACAddress: ReadWrite<string>;
      DestMACMask: ReadWrite<string>;
      DestMACExclude: ReadWrite<boolean>;
      Ethertype: ReadWrite<number>;
      EthertypeExclude: ReadWrite<boolean>;
      SSAP: ReadWrite<number>;
      SSAPExclude: ReadWrite<boolean>;
      DSAP: ReadWrite<number>;
      DSAPExclude: ReadWrite<boolean>;
      LLCControl: ReadWrite<number>;
      LLCControlExclude: ReadWrite<boolean>;
      SNAPOUI: ReadWrite<number>;
      SNAPOUIExclude: ReadWrite<boolean>;
      SourceVendorClassID: ReadWrite<string>;
      SourceVendorClassIDv6: ReadWrite<string>;
      SourceVendorClassIDExclude: ReadWrite<boolean>;
      SourceVendorClassIDMode: ReadWrite<string>;
      DestVendorClassID: ReadWrite<string>;
      DestVendorClassIDv6: ReadWrite<string>;
      DestVendorClassIDExclude: ReadWrite<boolean>;
      DestVendorClassIDMode: ReadWrite<string>;
      SourceClientID: ReadWrite<string>;
      SourceClientIDExclude: ReadWrite<boolean>;
      DestClientID: ReadWrite<string>;
      DestClientIDExclude: ReadWrite<boolean>;
      SourceUserClassID: ReadWrite<string>;
      SourceUserClassIDExclude: ReadWrite<boolean>;
      DestUserClassID: ReadWrite<string>;
      DestUserClassIDExclude: ReadWrite<boolean>;
      SourceVendorSpecificInfo: ReadWrite<string>;
      SourceVendorSpecificInfoExclude: ReadWrite<boolean>;
      SourceVendorSpecificInfoEnterprise: ReadWrite<number>;
      SourceVendorSpecificInfoSubOption: ReadWrite<number>;
      DestVendorSpecificInfo: ReadWrite<string>;
      DestVendorSpecificInfoExclude: ReadWrite<boolean>;
      DestVendorSpecificInfoEnterprise: ReadWrite<number>;
      DestVendorSpecificInfoSubOption: ReadWrite<number>;
      TCPACK: ReadWrite<boolean>;
      TCPACKExclude: ReadWrite<boolean>;
      IPLengthMin: ReadWrite<number>;
      IPLengthMax: ReadWrite<number>;
      IPLengthExclude: ReadWrite<boolean>;
      DSCPCheck: ReadWrite<number>;
      DSCPExclude: ReadWrite<boolean>;
      DSCPMark: ReadWrite<number>;
      EthernetPriorityCheck: ReadWrite<number>;
      EthernetPriorityExclude: ReadWrite<boolean>;
      EthernetPriorityMark: ReadWrite<number>;
      InnerEthernetPriorityCheck: ReadWrite<number>;
      InnerEthernetPriorityExclude: ReadWrite<boolean>;
      InnerEthernetPriorityMark: ReadWrite<number>;
      EthernetDEICheck: ReadWrite<number>;
      EthernetDEIExclude: ReadWrite<boolean>;
      VLANIDCheck: ReadWrite<number>;
      VLANIDExclude: ReadWrite<boolean>;
      OutOfBandInfo: ReadWrite<number>;
      ForwardingPolicy: ReadWrite<number>;
      TrafficClass: ReadWrite<number>;
      Policer: ReadWrite<string>;
      App: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.QoS.App.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      ProtocolIdentifier: ReadWrite<string>;
      Name: ReadWrite<string>;
      DefaultForwardingPolicy: ReadWrite<number>;
      DefaultTrafficClass: ReadWrite<number>;
      DefaultPolicer: ReadWrite<string>;
      DefaultDSCPMark: ReadWrite<number>;
      DefaultEthernetPriorityMark: ReadWrite<number>;
      DefaultInnerEthernetPriorityMark: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.QoS.Flow.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Type: ReadWrite<string>;
      TypeParameters: ReadWrite<string>;
      Name: ReadWrite<string>;
      App: ReadWrite<string>;
      ForwardingPolicy: ReadWrite<number>;
      TrafficClass: ReadWrite<number>;
      Policer: ReadWrite<string>;
      DSCPMark: ReadWrite<number>;
      EthernetPriorityMark: ReadWrite<number>;
      InnerEthernetPriorityMark: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.QoS.Policer.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      CommittedRate: ReadWrite<bigint>;
      CommittedBurstSize: ReadWrite<number>;
      ExcessBurstSize: ReadWrite<number>;
      PeakRate: ReadWrite<bigint>;
      PeakBurstSize: ReadWrite<number>;
      MeterType: ReadWrite<string>;
      PossibleMeterTypes: ReadOnly<string>;
      ConformingAction: ReadWrite<string>;
      PartialConformingAction: ReadWrite<string>;
      NonConformingAction: ReadWrite<string>;
      TotalCountedPackets: ReadOnly<number>;
      TotalCountedBytes: ReadOnly<number>;
      ConformingCountedPackets: ReadOnly<number>;
      ConformingCountedBytes: ReadOnly<number>;
      PartiallyConformingCountedPackets: ReadOnly<number>;
      PartiallyConformingCountedBytes: ReadOnly<number>;
      NonConformingCountedPackets: ReadOnly<number>;
      NonConformingCountedBytes: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.QoS.Queue.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Children: ReadWrite<string>;
      TrafficClasses: ReadWrite<string>;
      Interface: ReadWrite<string>;
      AllInterfaces: ReadWrite<boolean>;
      HardwareAssisted: ReadOnly<boolean>;
      BufferLength: ReadOnly<number>;
      Weight: ReadWrite<number>;
      Precedence: ReadWrite<number>;
      REDThreshold: ReadWrite<number>;
      REDPercentage: ReadWrite<number>;
      DropAlgorithm: ReadWrite<string>;
      SchedulerAlgorithm: ReadWrite<string>;
      ShapingRate: ReadWrite<bigint>;
      CurrentShapingRate: ReadOnly<bigint>;
      AssuredRate: ReadWrite<bigint>;
      CurrentAssuredRate: ReadOnly<bigint>;
      ShapingBurstSize: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.QoS.QueueStats.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Queue: ReadWrite<string>;
      Interface: ReadWrite<string>;
      OutputPackets: ReadOnly<number>;
      OutputBytes: ReadOnly<number>;
      DroppedPackets: ReadOnly<number>;
      DroppedBytes: ReadOnly<number>;
      QueueOccupancyPackets: ReadOnly<number>;
      QueueOccupancyPercentage: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.QoS.Shaper.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Children: ReadWrite<string>;
      Interface: ReadWrite<string>;
      ShapingRate: ReadWrite<bigint>;
      ShapingBurstSize: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.QoS.Scheduler.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Children: ReadWrite<string>;
      Interface: ReadWrite<string>;
      SchedulerAlgorithm: ReadWrite<string>;
      ShapingRate: ReadWrite<bigint>;
      AssuredRate: ReadWrite<bigint>;
      DefaultQueue: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LANConfigSecurity.': {
    table: false;
    params: {
      ConfigPassword: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Hosts.': {
    table: false;
    params: {
      HostNumberOfEntries: ReadOnly<number>;
      AccessControlNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Hosts.Host.{i}.': {
    table: true;
    params: {
      PhysAddress: ReadOnly<string>;
      IPAddress: ReadOnly<string>;
      DHCPClient: ReadOnly<string>;
      AssociatedDevice: ReadOnly<string>;
      Layer1Interface: ReadOnly<string>;
      Layer3Interface: ReadOnly<string>;
      InterfaceType: ReadOnly<string>;
      HostName: ReadOnly<string>;
      Active: ReadOnly<boolean>;
      ActiveLastChange: ReadOnly<string>;
      IPv4AddressNumberOfEntries: ReadOnly<number>;
      IPv6AddressNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Hosts.Host.{i}.IPv4Address.{i}.': {
    table: true;
    params: {
      IPAddress: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Hosts.Host.{i}.IPv6Address.{i}.': {
    table: true;
    params: {
      IPAddress: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Hosts.Host.{i}.WANStats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      RetransCount: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Hosts.AccessControl.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Origin: WriteOnce<string>;
      PhysAddress: ReadWrite<string>;
      PhysAddressMask: ReadWrite<string>;
      HostName: ReadWrite<string>;
      Enable: ReadWrite<boolean>;
      AccessPolicy: ReadWrite<string>;
      ScheduleRef: ReadWrite<string>;
      ScheduleNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Hosts.AccessControl.{i}.Schedule.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Day: ReadWrite<string>;
      StartTime: ReadWrite<string>;
      Duration: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DNS.': {
    table: false;
    params: {
      SupportedRecordTypes: ReadOnly<string>;
      ZoneNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DNS.Zone.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Name: ReadWrite<string>;
      Origin: WriteOnce<string>;
      Interface: ReadWrite<string>;
      HostNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DNS.Zone.{i}.Host.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Name: ReadWrite<string>;
      Origin: WriteOnce<string>;
      Host: ReadWrite<string>;
      LastUpdate: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DNS.Client.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      ServerNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DNS.Client.Server.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      DNSServer: ReadWrite<string>;
      Interface: ReadWrite<string>;
      Type: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DNS.Relay.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      ConfigNumberOfEntries: ReadOnly<number>;
      ForwardNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DNS.Relay.Config.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Forwarders: ReadWrite<string>;
      Interface: ReadWrite<string>;
      CacheSize: ReadOnly<number>;
      CacheMinTTL: ReadOnly<number>;
      CacheMaxTTL: ReadOnly<number>;
    };
    commands: {
      'FlushCache()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DNS.Relay.Forwarding.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      DNSServer: ReadWrite<string>;
      Interface: ReadWrite<string>;
      Type: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DNS.Diagnostics.': {
    table: false;
    params: {};
    commands: {
      'NSLookupDiagnostics()': { async: true; input: { Interface?: string; HostName: string; DNSServer?: string; Timeout: number; NumberOfRepetitions: number }; output: { Status?: string; SuccessCount?: number; 'Result.{i}.Status'?: string; 'Result.{i}.AnswerType'?: string; 'Result.{i}.HostNameReturned'?: string; 'Result.{i}.IPAddresses'?: string; 'Result.{i}.DNSServerIP'?: string; 'Result.{i}.ResponseTime'?: number } };
    };
    events: {};
  };
  'Device.DNS.SD.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      AdvertiseNumberOfEntries: ReadOnly<number>;
      ServiceNumberOfEntries: ReadOnly<number>;
      AdvertisedInterfaces: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DNS.SD.Advertise.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Status: ReadOnly<string>;
      Interface: ReadWrite<string>;
      InstanceName: ReadWrite<string>;
      ApplicationProtocol: ReadWrite<string>;
      TransportProtocol: ReadWrite<string>;
      Domain: ReadWrite<string>;
      Port: ReadWrite<number>;
      TextRecordNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DNS.SD.Advertise.{i}.TextRecord.{i}.': {
    table: true;
    params: {
      Key: ReadWrite<string>;
      Value: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DNS.SD.Service.{i}.': {
    table: true;
    params: {
      InstanceName: ReadOnly<string>;
      ApplicationProtocol: ReadOnly<string>;
      TransportProtocol: ReadOnly<string>;
      Domain: ReadOnly<string>;
      Port: ReadOnly<number>;
      Target: ReadOnly<string>;
      Status: ReadOnly<string>;
      LastUpdate: ReadOnly<string>;
      Host: ReadOnly<string>;
      TimeToLive: ReadOnly<number>;
      Priority: ReadOnly<number>;
      Weight: ReadOnly<number>;
      TextRecordNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DNS.SD.Service.{i}.TextRecord.{i}.': {
    table: true;
    params: {
      Key: ReadOnly<string>;
      Value: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.NAT.': {
    table: false;
    params: {
      InterfaceSettingNumberOfEntries: ReadOnly<number>;
      PortMappingNumberOfEntries: ReadOnly<number>;
      MaxNumberOfPortMappings: ReadOnly<number>;
      PortTriggerNumberOfEntries: ReadOnly<number>;
      MaxNumberOfPortTriggers: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.NAT.InterfaceSetting.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      SourceNetwork: ReadWrite<string>;
      TCPTranslationTimeout: ReadWrite<number>;
      UDPTranslationTimeout: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.NAT.PortMapping.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Origin: WriteOnce<string>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      AllInterfaces: ReadWrite<boolean>;
      LeaseDuration: ReadWrite<number>;
      RemainingLeaseTime: ReadOnly<number>;
      RemoteHost: ReadWrite<string>;
      ExternalPort: ReadWrite<number>;
      ExternalPortEndRange: ReadWrite<number>;
      InternalPort: ReadWrite<number>;
      Protocol: ReadWrite<string>;
      InternalClient: ReadWrite<string>;
      Description: ReadWrite<string>;
      ScheduleRef: ReadWrite<string>;
      Log: ReadWrite<boolean>;
      LogRef: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.NAT.PortTrigger.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Origin: WriteOnce<string>;
      Description: ReadWrite<string>;
      Interface: ReadWrite<string>;
      Port: ReadWrite<number>;
      PortEndRange: ReadWrite<number>;
      AutoDisableDuration: ReadWrite<number>;
      ActivationDate: ReadOnly<string>;
      Protocol: ReadWrite<string>;
      ScheduleRef: ReadWrite<string>;
      Log: ReadWrite<boolean>;
      LogRef: ReadWrite<string>;
      RuleNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.NAT.PortTrigger.{i}.Rule.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Port: ReadWrite<number>;
      PortEndRange: ReadWrite<number>;
      Protocol: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.PCP.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      SupportedVersions: ReadOnly<string>;
      PreferredVersion: ReadWrite<number>;
      OptionList: ReadOnly<string>;
      ClientNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.PCP.Client.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      WANInterface: ReadOnly<string>;
      Status: ReadOnly<string>;
      MAPEnable: ReadWrite<boolean>;
      PEEREnable: ReadWrite<boolean>;
      ANNOUNCEEnable: ReadWrite<boolean>;
      THIRDPARTYEnable: ReadWrite<boolean>;
      THIRDPARTYStatus: ReadOnly<string>;
      FILTEREnable: ReadWrite<boolean>;
      ServerNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.PCP.Client.{i}.PCPProxy.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      HighestVersion: ReadOnly<number>;
      Status: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.PCP.Client.{i}.UPnPIWF.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.PCP.Client.{i}.Server.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Origin: ReadOnly<string>;
      ServerNameOrAddress: ReadWrite<string>;
      ServerAddressInUse: ReadOnly<string>;
      AdditionalServerAddresses: ReadOnly<string>;
      ExternalIPAddress: ReadOnly<string>;
      CurrentVersion: ReadOnly<number>;
      MaximumFilters: ReadWrite<number>;
      PortQuota: ReadWrite<number>;
      PreferredLifetime: ReadWrite<number>;
      Capabilities: ReadOnly<string>;
      InboundMappingNumberOfEntries: ReadOnly<number>;
      OutboundMappingNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.PCP.Client.{i}.Server.{i}.InboundMapping.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      ErrorCode: ReadOnly<number>;
      Alias: WriteOnce<string>;
      Origin: ReadOnly<string>;
      Lifetime: ReadWrite<number>;
      SuggestedExternalIPAddress: ReadWrite<string>;
      SuggestedExternalPort: ReadWrite<number>;
      SuggestedExternalPortEndRange: ReadWrite<number>;
      InternalPort: ReadWrite<number>;
      ProtocolNumber: ReadWrite<number>;
      ThirdPartyAddress: ReadWrite<string>;
      Description: ReadWrite<string>;
      AssignedExternalIPAddress: ReadOnly<string>;
      AssignedExternalPort: ReadOnly<number>;
      AssignedExternalPortEndRange: ReadOnly<number>;
      FilterNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.PCP.Client.{i}.Server.{i}.InboundMapping.{i}.Filter.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      RemoteHostIPAddress: ReadWrite<string>;
      PrefixLength: ReadWrite<number>;
      RemotePort: ReadWrite<number>;
      RemotePortEndRange: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.PCP.Client.{i}.Server.{i}.OutboundMapping.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      ErrorCode: ReadOnly<number>;
      Alias: WriteOnce<string>;
      Origin: ReadOnly<string>;
      Lifetime: ReadWrite<number>;
      SuggestedExternalIPAddress: ReadWrite<string>;
      SuggestedExternalPort: ReadWrite<number>;
      RemoteHostIPAddress: ReadWrite<string>;
      InternalPort: ReadWrite<number>;
      RemotePort: ReadWrite<number>;
      ProtocolNumber: ReadWrite<number>;
      ThirdPartyAddress: ReadWrite<string>;
      Description: ReadWrite<string>;
      AssignedExternalIPAddress: ReadOnly<string>;
      AssignedExternalPort: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv4.': {
    table: false;
    params: {
      ClientNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv4.Client.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      Status: ReadOnly<string>;
      DHCPStatus: ReadOnly<string>;
      IPAddress: ReadOnly<string>;
      SubnetMask: ReadOnly<string>;
      IPRouters: ReadOnly<string>;
      DNSServers: ReadOnly<string>;
      LeaseTimeRemaining: ReadOnly<number>;
      DHCPServer: ReadOnly<string>;
      PassthroughEnable: ReadWrite<boolean>;
      PassthroughDHCPPool: ReadWrite<string>;
      AuthenticationProtocol: ReadWrite<string>;
      DSCPMark: ReadWrite<number>;
      SentOptionNumberOfEntries: ReadOnly<number>;
      ReqOptionNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'Renew()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DHCPv4.Client.{i}.SentOption.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Tag: ReadWrite<number>;
      Value: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv4.Client.{i}.ReqOption.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Order: ReadWrite<number>;
      Alias: WriteOnce<string>;
      Tag: ReadWrite<number>;
      Value: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv4.Client.{i}.Retransmission.': {
    table: false;
    params: {
      DiscoverInitialTimeout: ReadWrite<number>;
      DiscoverMaxTimeout: ReadWrite<number>;
      DiscoverMaxDuration: ReadWrite<number>;
      RequestInitialTimeout: ReadWrite<number>;
      RequestMaxTimeout: ReadWrite<number>;
      RequestMaxDuration: ReadWrite<number>;
      TimeoutRandomize: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv4.Client.{i}.Stats.': {
    table: false;
    params: {
      Discover: ReadOnly<bigint>;
      Offer: ReadOnly<bigint>;
      Request: ReadOnly<bigint>;
      Decline: ReadOnly<bigint>;
      Release: ReadOnly<bigint>;
      Inform: ReadOnly<bigint>;
      ACK: ReadOnly<bigint>;
      NACK: ReadOnly<bigint>;
      ForceRenew: ReadOnly<bigint>;
      DiscardedPackets: ReadOnly<bigint>;
      TransmitFailure: ReadOnly<bigint>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DHCPv4.Server.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      PoolNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv4.Server.Pool.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Order: ReadWrite<number>;
      Interface: ReadWrite<string>;
      VendorClassID: ReadWrite<string>;
      VendorClassIDExclude: ReadWrite<boolean>;
      VendorClassIDMode: ReadWrite<string>;
      ClientID: ReadWrite<string>;
      ClientIDExclude: ReadWrite<boolean>;
      UserClassID: ReadWrite<string>;
      UserClassIDExclude: ReadWrite<boolean>;
      Chaddr: ReadWrite<string>;
      ChaddrMask: ReadWrite<string>;
      ChaddrExclude: ReadWrite<boolean>;
      AllowedDevices: ReadWrite<string>;
      MinAddress: ReadWrite<string>;
      MaxAddress: ReadWrite<string>;
      ReservedAddresses: ReadWrite<string>;
      SubnetMask: ReadWrite<string>;
      DNSServers: ReadWrite<string>;
      DomainName: ReadWrite<string>;
      IPRouters: ReadWrite<string>;
      WINSServers: ReadWrite<string>;
      LeaseTime: ReadWrite<number>;
      DSCPMark: ReadWrite<number>;
      StaticAddressNumberOfEntries: ReadOnly<number>;
      OptionNumberOfEntries: ReadOnly<number>;
      ClientNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv4.Server.Pool.{i}.StaticAddress.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Chaddr: ReadWrite<string>;
      Yiaddr: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv4.Server.Pool.{i}.Option.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Tag: ReadWrite<number>;
      Value: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv4.Server.Pool.{i}.Client.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Chaddr: ReadOnly<string>;
      Active: ReadOnly<boolean>;
      IPv4AddressNumberOfEntries: ReadOnly<number>;
      OptionNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv4.Server.Pool.{i}.Client.{i}.IPv4Address.{i}.': {
    table: true;
    params: {
      IPAddress: ReadOnly<string>;
      LeaseTimeRemaining: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv4.Server.Pool.{i}.Client.{i}.Option.{i}.': {
    table: true;
    params: {
      Tag: ReadOnly<number>;
      Value: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv4.Server.Stats.': {
    table: false;
    params: {
      Discover: ReadOnly<bigint>;
      Offer: ReadOnly<bigint>;
      Request: ReadOnly<bigint>;
      ACK: ReadOnly<bigint>;
      NACK: ReadOnly<bigint>;
      Decline: ReadOnly<bigint>;
      Release: ReadOnly<bigint>;
      Inform: ReadOnly<bigint>;
      ForceRenew: ReadOnly<bigint>;
      DiscardedPackets: ReadOnly<bigint>;
      TransmitFailure: ReadOnly<bigint>;
      RelayOptionDropped: ReadOnly<bigint>;
      SecondServerDetected: ReadOnly<bigint>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DHCPv4.Relay.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      ForwardingNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv4.Relay.Forwarding.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Order: ReadWrite<number>;
      Interface: ReadWrite<string>;
      VendorClassID: ReadWrite<string>;
      VendorClassIDExclude: ReadWrite<boolean>;
      VendorClassIDMode: ReadWrite<string>;
      ClientID: ReadWrite<string>;
      ClientIDExclude: ReadWrite<boolean>;
      UserClassID: ReadWrite<string>;
      UserClassIDExclude: ReadWrite<boolean>;
      Chaddr: ReadWrite<string>;
      ChaddrMask: ReadWrite<string>;
      ChaddrExclude: ReadWrite<boolean>;
      LocallyServed: ReadWrite<boolean>;
      DHCPServerIPAddress: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv6.': {
    table: false;
    params: {
      ClientNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv6.Client.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      Status: ReadOnly<string>;
      DUID: ReadOnly<string>;
      RequestAddresses: ReadWrite<boolean>;
      RequestPrefixes: ReadWrite<boolean>;
      RapidCommit: ReadWrite<boolean>;
      SuggestedT1: ReadWrite<number>;
      SuggestedT2: ReadWrite<number>;
      SupportedOptions: ReadOnly<string>;
      RequestedOptions: ReadWrite<string>;
      AuthenticationProtocol: ReadWrite<string>;
      DSCPMark: ReadWrite<number>;
      ServerNumberOfEntries: ReadOnly<number>;
      SentOptionNumberOfEntries: ReadOnly<number>;
      ReceivedOptionNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'Renew()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DHCPv6.Client.{i}.Server.{i}.': {
    table: true;
    params: {
      SourceAddress: ReadOnly<string>;
      DUID: ReadOnly<string>;
      InformationRefreshTime: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv6.Client.{i}.SentOption.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Tag: ReadWrite<number>;
      Value: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv6.Client.{i}.ReceivedOption.{i}.': {
    table: true;
    params: {
      Tag: ReadOnly<number>;
      Value: ReadOnly<string>;
      Server: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv6.Client.{i}.Retransmission.': {
    table: false;
    params: {
      SolicitMaxDelay: ReadWrite<number>;
      SolicitInitialTimeout: ReadWrite<number>;
      SolicitMaxTimeout: ReadWrite<number>;
      RequestInitialTimeout: ReadWrite<number>;
      RequestMaxTimeout: ReadWrite<number>;
      RequestMaxRetry: ReadWrite<number>;
      ConfirmMaxDelay: ReadWrite<number>;
      ConfirmInitialTimeout: ReadWrite<number>;
      ConfirmMaxTimeout: ReadWrite<number>;
      ConfirmMaxDuration: ReadWrite<number>;
      RenewInitialTimeout: ReadWrite<number>;
      RenewMaxTimeout: ReadWrite<number>;
      RebindInitialTimeout: ReadWrite<number>;
      RebindMaxTimeout: ReadWrite<number>;
      InformationRequestMaxDelay: ReadWrite<number>;
      InformationRequestInitialTimeout: ReadWrite<number>;
      InformationRequestMaxTimeout: ReadWrite<number>;
      ReleaseInitialTimeout: ReadWrite<number>;
      ReleaseMaxAttempts: ReadWrite<number>;
      DeclineInitialTimeout: ReadWrite<number>;
      DeclineMaxAttempts: ReadWrite<number>;
      ReconfigureInitialTimeout: ReadWrite<number>;
      ReconfigureMaxAttempts: ReadWrite<number>;
      HopCountLimit: ReadWrite<number>;
      InformationRefreshTime: ReadWrite<number>;
      MinInformationRefreshTime: ReadWrite<number>;
      MaxWaitTime: ReadWrite<number>;
      TimeoutRandomize: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv6.Client.{i}.Stats.': {
    table: false;
    params: {
      Solicit: ReadOnly<bigint>;
      Advertise: ReadOnly<bigint>;
      Request: ReadOnly<bigint>;
      Confirm: ReadOnly<bigint>;
      Renew: ReadOnly<bigint>;
      Rebind: ReadOnly<bigint>;
      Reply: ReadOnly<bigint>;
      Release: ReadOnly<bigint>;
      Decline: ReadOnly<bigint>;
      Reconfigure: ReadOnly<bigint>;
      InformationRequest: ReadOnly<bigint>;
      DiscardedPackets: ReadOnly<bigint>;
      TransmitFailure: ReadOnly<bigint>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.DHCPv6.Server.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      PoolNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv6.Server.Pool.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Order: ReadWrite<number>;
      Interface: ReadWrite<string>;
      DUID: ReadWrite<string>;
      DUIDExclude: ReadWrite<boolean>;
      VendorClassID: ReadWrite<string>;
      VendorClassIDExclude: ReadWrite<boolean>;
      UserClassID: ReadWrite<string>;
      UserClassIDExclude: ReadWrite<boolean>;
      SourceAddress: ReadWrite<string>;
      SourceAddressMask: ReadWrite<string>;
      SourceAddressExclude: ReadWrite<boolean>;
      IANAEnable: ReadWrite<boolean>;
      IANAManualPrefixes: ReadWrite<string>;
      IANAPrefixes: ReadOnly<string>;
      IAPDEnable: ReadWrite<boolean>;
      IAPDManualPrefixes: ReadWrite<string>;
      IAPDPrefixes: ReadOnly<string>;
      IAPDAddLength: ReadWrite<number>;
      DSCPMark: ReadWrite<number>;
      ClientNumberOfEntries: ReadOnly<number>;
      OptionNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv6.Server.Pool.{i}.Client.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      SourceAddress: ReadOnly<string>;
      Active: ReadOnly<boolean>;
      IPv6AddressNumberOfEntries: ReadOnly<number>;
      IPv6PrefixNumberOfEntries: ReadOnly<number>;
      OptionNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv6.Server.Pool.{i}.Client.{i}.IPv6Address.{i}.': {
    table: true;
    params: {
      IPAddress: ReadOnly<string>;
      PreferredLifetime: ReadOnly<string>;
      ValidLifetime: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv6.Server.Pool.{i}.Client.{i}.IPv6Prefix.{i}.': {
    table: true;
    params: {
      Prefix: ReadOnly<string>;
      PreferredLifetime: ReadOnly<string>;
      ValidLifetime: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv6.Server.Pool.{i}.Client.{i}.Option.{i}.': {
    table: true;
    params: {
      Tag: ReadOnly<number>;
      Value: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv6.Server.Pool.{i}.Option.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Tag: ReadWrite<number>;
      Value: ReadWrite<string>;
      PassthroughClient: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DHCPv6.Server.Stats.': {
    table: false;
    params: {
      Solicit: ReadOnly<bigint>;
      Advertise: ReadOnly<bigint>;
      Request: ReadOnly<bigint>;
      Confirm: ReadOnly<bigint>;
      Renew: ReadOnly<bigint>;
      Rebind: ReadOnly<bigint>;
      Reply: ReadOnly<bigint>;
      Release: ReadOnly<bigint>;
      Decline: ReadOnly<bigint>;
      Reconfigure: ReadOnly<bigint>;
      InformationRequest: ReadOnly<bigint>;
      RelayForward: ReadOnly<bigint>;
      RelayReply: ReadOnly<bigint>;
      DiscardedPackets: ReadOnly<bigint>;
      TransmitFailure: ReadOnly<bigint>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.IEEE8021x.': {
    table: false;
    params: {
      SupplicantNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE8021x.Supplicant.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      PAEState: ReadOnly<string>;
      EAPIdentity: ReadWrite<string>;
      MaxStart: ReadWrite<number>;
      StartPeriod: ReadWrite<number>;
      HeldPeriod: ReadWrite<number>;
      AuthPeriod: ReadWrite<number>;
      AuthenticationCapabilities: ReadOnly<string>;
      StartFailurePolicy: ReadWrite<string>;
      AuthenticationSuccessPolicy: ReadWrite<string>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
      'Disconnect()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.IEEE8021x.Supplicant.{i}.Stats.': {
    table: false;
    params: {
      ReceivedFrames: ReadOnly<number>;
      TransmittedFrames: ReadOnly<number>;
      TransmittedStartFrames: ReadOnly<number>;
      TransmittedLogoffFrames: ReadOnly<number>;
      TransmittedResponseIdFrames: ReadOnly<number>;
      TransmittedResponseFrames: ReadOnly<number>;
      ReceivedRequestIdFrames: ReadOnly<number>;
      ReceivedRequestFrames: ReadOnly<number>;
      ReceivedInvalidFrames: ReadOnly<number>;
      ReceivedLengthErrorFrames: ReadOnly<number>;
      LastFrameVersion: ReadOnly<number>;
      LastFrameSourceMACAddress: ReadOnly<string>;
      SuccessCount: ReadOnly<number>;
      FailureCount: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.IEEE8021x.Supplicant.{i}.EAPMD5.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      SharedSecret: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE8021x.Supplicant.{i}.EAPTLS.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      MutualAuthenticationEnable: ReadWrite<boolean>;
      Certificate: ReadWrite<string>;
      CABundle: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Users.': {
    table: false;
    params: {
      UserNumberOfEntries: ReadOnly<number>;
      GroupNumberOfEntries: ReadOnly<number>;
      RoleNumberOfEntries: ReadOnly<number>;
      SupportedShellNumberOfEntries: ReadOnly<number>;
      SupportedCapabilities: ReadOnly<string>;
    };
    commands: {
      'CheckCredentialsDiagnostics()': { async: false; input: { Username?: string; Password?: string }; output: { Status?: string } };
    };
    events: {};
  };
  'Device.Users.User.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      UserID: ReadWrite<number>;
      Username: ReadWrite<string>;
      Password: ReadWrite<string>;
      GroupParticipation: ReadWrite<string>;
      RoleParticipation: ReadWrite<string>;
      StaticUser: ReadOnly<boolean>;
      Language: ReadWrite<string>;
      Shell: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Users.Group.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      GroupID: ReadWrite<number>;
      Groupname: ReadWrite<string>;
      RoleParticipation: ReadWrite<string>;
      StaticGroup: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Users.SupportedShell.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Name: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Users.Role.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      RoleID: ReadWrite<number>;
      RoleName: ReadWrite<string>;
      StaticRole: ReadOnly<boolean>;
      RequiredCapabilities: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.SmartCardReaders.': {
    table: false;
    params: {
      SmartCardReaderNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SmartCardReaders.SmartCardReader.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Name: ReadOnly<string>;
      ResetTime: ReadOnly<string>;
      DecryptionFailedCounter: ReadOnly<number>;
      DecryptionFailedNoKeyCounter: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.SmartCardReaders.SmartCardReader.{i}.SmartCard.': {
    table: false;
    params: {
      Status: ReadOnly<string>;
      Type: ReadOnly<string>;
      Application: ReadOnly<string>;
      SerialNumber: ReadOnly<string>;
      ATR: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.UPnP.': {
    table: false;
    params: {};
    commands: {};
    events: {};
  };
  'Device.UPnP.Device.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      UPnPMediaServer: ReadWrite<boolean>;
      UPnPMediaRenderer: ReadWrite<boolean>;
      UPnPWLANAccessPoint: ReadWrite<boolean>;
      UPnPQoSDevice: ReadWrite<boolean>;
      UPnPQoSPolicyHolder: ReadWrite<boolean>;
      UPnPIGD: ReadWrite<boolean>;
      UPnPDMBasicMgmt: ReadWrite<boolean>;
      UPnPDMConfigurationMgmt: ReadWrite<boolean>;
      UPnPDMSoftwareMgmt: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.UPnP.Device.Capabilities.': {
    table: false;
    params: {
      UPnPArchitecture: ReadOnly<number>;
      UPnPArchitectureMinorVer: ReadOnly<number>;
      UPnPMediaServer: ReadOnly<number>;
      UPnPMediaRenderer: ReadOnly<number>;
      UPnPWLANAccessPoint: ReadOnly<number>;
      UPnPBasicDevice: ReadOnly<number>;
      UPnPQoSDevice: ReadOnly<number>;
      UPnPQoSPolicyHolder: ReadOnly<number>;
      UPnPIGD: ReadOnly<number>;
      UPnPDMBasicMgmt: ReadOnly<number>;
      UPnPDMConfigurationMgmt: ReadOnly<number>;
      UPnPDMSoftwareMgmt: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.UPnP.Discovery.': {
    table: false;
    params: {
      RootDeviceNumberOfEntries: ReadOnly<number>;
      DeviceNumberOfEntries: ReadOnly<number>;
      ServiceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.UPnP.Discovery.RootDevice.{i}.': {
    table: true;
    params: {
      Status: ReadOnly<string>;
      UUID: ReadOnly<string>;
      USN: ReadOnly<string>;
      LeaseTime: ReadOnly<number>;
      Location: ReadOnly<string>;
      Server: ReadOnly<string>;
      Host: ReadOnly<string>;
      LastUpdate: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.UPnP.Discovery.Device.{i}.': {
    table: true;
    params: {
      Status: ReadOnly<string>;
      UUID: ReadOnly<string>;
      USN: ReadOnly<string>;
      LeaseTime: ReadOnly<number>;
      Location: ReadOnly<string>;
      Server: ReadOnly<string>;
      Host: ReadOnly<string>;
      LastUpdate: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.UPnP.Discovery.Service.{i}.': {
    table: true;
    params: {
      Status: ReadOnly<string>;
      USN: ReadOnly<string>;
      LeaseTime: ReadOnly<number>;
      Location: ReadOnly<string>;
      Server: ReadOnly<string>;
      Host: ReadOnly<string>;
      LastUpdate: ReadOnly<string>;
      ParentDevice: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.UPnP.Description.': {
    table: false;
    params: {
      DeviceDescriptionNumberOfEntries: ReadOnly<number>;
      DeviceInstanceNumberOfEntries: ReadOnly<number>;
      ServiceInstanceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.UPnP.Description.DeviceDescription.{i}.': {
    table: true;
    params: {
      URLBase: ReadOnly<string>;
      SpecVersion: ReadOnly<string>;
      Host: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.UPnP.Description.DeviceInstance.{i}.': {
    table: true;
    params: {
      UDN: ReadOnly<string>;
      ParentDevice: ReadOnly<string>;
      DiscoveryDevice: ReadOnly<string>;
      DeviceType: ReadOnly<string>;
      FriendlyName: ReadOnly<string>;
      DeviceCategory: ReadOnly<string>;
      Manufacturer: ReadOnly<string>;
      ManufacturerOUI: ReadOnly<string>;
      ManufacturerURL: ReadOnly<string>;
      ModelDescription: ReadOnly<string>;
      ModelName: ReadOnly<string>;
      ModelNumber: ReadOnly<string>;
      ModelURL: ReadOnly<string>;
      SerialNumber: ReadOnly<string>;
      UPC: ReadOnly<string>;
      PresentationURL: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.UPnP.Description.ServiceInstance.{i}.': {
    table: true;
    params: {
      ParentDevice: ReadOnly<string>;
      ServiceId: ReadOnly<string>;
      ServiceDiscovery: ReadOnly<string>;
      ServiceType: ReadOnly<string>;
      SCPDURL: ReadOnly<string>;
      ControlURL: ReadOnly<string>;
      EventSubURL: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DLNA.': {
    table: false;
    params: {};
    commands: {};
    events: {};
  };
  'Device.DLNA.Capabilities.': {
    table: false;
    params: {
      HNDDeviceClass: ReadOnly<string>;
      DeviceCapability: ReadOnly<string>;
      HIDDeviceClass: ReadOnly<string>;
      ImageClassProfileID: ReadOnly<string>;
      AudioClassProfileID: ReadOnly<string>;
      AVClassProfileID: ReadOnly<string>;
      MediaCollectionProfileID: ReadOnly<string>;
      PrinterClassProfileID: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Config: ReadWrite<string>;
      AdvancedLevel: ReadWrite<string>;
      PolicyLevel: ReadWrite<string>;
      Type: ReadOnly<string>;
      Version: ReadOnly<string>;
      LastChange: ReadOnly<string>;
      LevelNumberOfEntries: ReadOnly<number>;
      ChainNumberOfEntries: ReadOnly<number>;
      DMZNumberOfEntries: ReadOnly<number>;
      ServiceNumberOfEntries: ReadOnly<number>;
      PinholeNumberOfEntries: ReadOnly<number>;
      PolicyNumberOfEntries: ReadOnly<number>;
      InterfaceSettingNumberOfEntries: ReadOnly<number>;
      SetNumberOfEntries: ReadOnly<number>;
      LogNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.Level.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      Description: ReadWrite<string>;
      Order: ReadWrite<number>;
      Policies: ReadWrite<string>;
      Chain: ReadOnly<string>;
      PortMappingEnabled: ReadWrite<boolean>;
      DefaultPolicy: ReadWrite<string>;
      DefaultLogPolicy: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.Chain.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      Creator: ReadOnly<string>;
      RuleNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.Chain.{i}.Rule.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Order: ReadWrite<number>;
      Alias: WriteOnce<string>;
      Description: ReadWrite<string>;
      Target: ReadWrite<string>;
      TargetChain: ReadWrite<string>;
      Log: ReadWrite<boolean>;
      LogRef: ReadWrite<string>;
      CreationDate: ReadOnly<string>;
      ExpiryDate: ReadWrite<string>;
      SourceInterface: ReadWrite<string>;
      SourceInterfaceExclude: ReadWrite<boolean>;
      SourceAllInterfaces: ReadWrite<boolean>;
      DestInterface: ReadWrite<string>;
      DestInterfaceExclude: ReadWrite<boolean>;
      DestAllInterfaces: ReadWrite<boolean>;
      IPVersion: ReadWrite<number>;
      DestIP: ReadWrite<string>;
      DestMask: ReadWrite<string>;
      DestIPExclude: ReadWrite<boolean>;
      DestMatchSet: ReadWrite<string>;
      DestMatchSetExclude: ReadWrite<string>;
      SourceIP: ReadWrite<string>;
      SourceMask: ReadWrite<string>;
      SourceIPExclude: ReadWrite<boolean>;
      SourceMatchSet: ReadWrite<string>;
      SourceMatchSetExclude: ReadWrite<string>;
      Protocol: ReadWrite<number>;
      ProtocolExclude: ReadWrite<boolean>;
      DestPort: ReadWrite<number>;
      DestPortRangeMax: ReadWrite<number>;
      DestPortExclude: ReadWrite<boolean>;
      SourcePort: ReadWrite<number>;
      SourcePortRangeMax: ReadWrite<number>;
      SourcePortExclude: ReadWrite<boolean>;
      DSCP: ReadWrite<number>;
      DSCPExclude: ReadWrite<boolean>;
      ConnectionState: ReadWrite<string>;
      SourceMAC: ReadWrite<string>;
      SourceMACExclude: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.Pinhole.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Origin: WriteOnce<string>;
      Description: ReadWrite<string>;
      Interface: ReadWrite<string>;
      LeaseDuration: ReadWrite<number>;
      RemainingLeaseTime: ReadOnly<number>;
      SourcePort: ReadWrite<number>;
      SourcePortRangeMax: ReadWrite<number>;
      DestPort: ReadWrite<number>;
      DestPortRangeMax: ReadWrite<number>;
      IPVersion: ReadWrite<number>;
      Protocol: ReadWrite<string>;
      SourcePrefixes: ReadWrite<string>;
      DestIP: ReadWrite<string>;
      DestMACAddress: ReadWrite<string>;
      ScheduleRef: ReadWrite<string>;
      Log: ReadWrite<boolean>;
      LogRef: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.DMZ.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Origin: WriteOnce<string>;
      Description: ReadWrite<string>;
      Interface: ReadWrite<string>;
      LeaseDuration: ReadWrite<number>;
      RemainingLeaseTime: ReadOnly<number>;
      DestIP: ReadWrite<string>;
      SourcePrefix: ReadWrite<string>;
      Log: ReadWrite<boolean>;
      LogRef: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.Service.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Interface: ReadWrite<string>;
      DestPort: ReadWrite<string>;
      IPVersion: ReadWrite<number>;
      Protocol: ReadWrite<string>;
      ICMPType: ReadWrite<number>;
      SourcePrefixes: ReadWrite<string>;
      Action: ReadWrite<string>;
      Log: ReadWrite<boolean>;
      LogRef: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.Policy.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Chain: ReadWrite<string>;
      TargetChain: ReadWrite<string>;
      SourceInterface: ReadWrite<string>;
      DestinationInterface: ReadWrite<string>;
      IPVersion: ReadWrite<number>;
      ReverseChain: ReadWrite<string>;
      ReverseTargetChain: ReadWrite<string>;
      Log: ReadWrite<boolean>;
      LogRef: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.InterfaceSetting.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      IPv4SpoofingProtection: ReadWrite<boolean>;
      IPv6SpoofingProtection: ReadWrite<boolean>;
      IPv4AcceptICMPEchoRequest: ReadWrite<boolean>;
      IPv6AcceptICMPEchoRequest: ReadWrite<boolean>;
      IPv6PassThroughICMPEchoRequest: ReadWrite<boolean>;
      StealthMode: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.ConnectionTracking.': {
    table: false;
    params: {};
    commands: {};
    events: {};
  };
  'Device.Firewall.ConnectionTracking.SIP.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Ports: ReadWrite<string>;
      DirectMedia: ReadWrite<boolean>;
      DirectSignaling: ReadWrite<boolean>;
      ExternalMedia: ReadWrite<boolean>;
      TimeOut: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.ConnectionTracking.H323.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      RegistrationRequestTTL: ReadWrite<number>;
      GKRoutedOnly: ReadWrite<boolean>;
      CallForwardFilter: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.ConnectionTracking.FTP.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Ports: ReadWrite<string>;
      Loose: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.ConnectionTracking.PPTP.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.ConnectionTracking.TFTP.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Ports: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.ConnectionTracking.IRC.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Ports: ReadWrite<string>;
      MAXDCCChannels: ReadWrite<number>;
      DCCTimeout: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.Set.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Origin: WriteOnce<string>;
      Name: ReadWrite<string>;
      Type: ReadWrite<string>;
      IPVersion: ReadWrite<number>;
      RuleNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.Set.{i}.Rule.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Exclude: ReadWrite<boolean>;
      IPAddressList: ReadWrite<string>;
      MACAddressList: ReadWrite<string>;
      PortList: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.Log.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Description: ReadWrite<string>;
      Severity: ReadWrite<string>;
      Prefix: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Firewall.Log.{i}.Filter.': {
    table: false;
    params: {
      Policy: ReadWrite<string>;
      SourceInterface: ReadWrite<string>;
      DestinationInterface: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.PeriodicStatistics.': {
    table: false;
    params: {
      MinSampleInterval: ReadOnly<number>;
      MaxReportSamples: ReadOnly<number>;
      SampleSetNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.PeriodicStatistics.SampleSet.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Name: ReadWrite<string>;
      SampleInterval: ReadWrite<number>;
      ReportSamples: ReadWrite<number>;
      ReportStartTime: ReadOnly<string>;
      ReportEndTime: ReadOnly<string>;
      SampleSeconds: ReadOnly<string>;
      ParameterNumberOfEntries: ReadOnly<number>;
      Controller: ReadOnly<string>;
      TimeReference: ReadWrite<string>;
      FetchSamples: ReadWrite<number>;
    };
    commands: {
      'ForceSample()': { async: false; input: {}; output: {} };
      'ForceCollection()': { async: false; input: {}; output: {} };
    };
    events: {
      'Push!': { 'Parameter.{i}.Reference'?: string; 'Parameter.{i}.Values'?: string; 'Parameter.{i}.SampleSeconds'?: string; 'Parameter.{i}.SuspectData'?: string; 'Parameter.{i}.Failures'?: number };
    };
  };
  'Device.PeriodicStatistics.SampleSet.{i}.Parameter.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Reference: ReadWrite<string>;
      SampleMode: ReadWrite<string>;
      CalculationMode: ReadWrite<string>;
      LowThreshold: ReadWrite<number>;
      HighThreshold: ReadWrite<number>;
      SampleSeconds: ReadOnly<string>;
      SuspectData: ReadOnly<string>;
      Values: ReadOnly<string>;
      ValuesIfHistogram: ReadOnly<string>;
      Failures: ReadOnly<number>;
      HistogramBinBoundaries: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.FaultMgmt.': {
    table: false;
    params: {
      SupportedAlarmNumberOfEntries: ReadOnly<number>;
      MaxCurrentAlarmEntries: ReadOnly<number>;
      CurrentAlarmNumberOfEntries: ReadOnly<number>;
      HistoryEventNumberOfEntries: ReadOnly<number>;
      ExpeditedEventNumberOfEntries: ReadOnly<number>;
      QueuedEventNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FaultMgmt.SupportedAlarm.{i}.': {
    table: true;
    params: {
      EventType: ReadOnly<string>;
      ProbableCause: ReadOnly<string>;
      SpecificProblem: ReadOnly<string>;
      PerceivedSeverity: ReadOnly<string>;
      ReportingMechanism: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.FaultMgmt.CurrentAlarm.{i}.': {
    table: true;
    params: {
      AlarmIdentifier: ReadOnly<string>;
      AlarmRaisedTime: ReadOnly<string>;
      AlarmChangedTime: ReadOnly<string>;
      ManagedObjectInstance: ReadOnly<string>;
      EventType: ReadOnly<string>;
      ProbableCause: ReadOnly<string>;
      SpecificProblem: ReadOnly<string>;
      PerceivedSeverity: ReadOnly<string>;
      AdditionalText: ReadOnly<string>;
      AdditionalInformation: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.FaultMgmt.HistoryEvent.{i}.': {
    table: true;
    params: {
      EventTime: ReadOnly<string>;
      AlarmIdentifier: ReadOnly<string>;
      NotificationType: ReadOnly<string>;
      ManagedObjectInstance: ReadOnly<string>;
      EventType: ReadOnly<string>;
      ProbableCause: ReadOnly<string>;
      SpecificProblem: ReadOnly<string>;
      PerceivedSeverity: ReadOnly<string>;
      AdditionalText: ReadOnly<string>;
      AdditionalInformation: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.FaultMgmt.ExpeditedEvent.{i}.': {
    table: true;
    params: {
      EventTime: ReadOnly<string>;
      AlarmIdentifier: ReadOnly<string>;
      NotificationType: ReadOnly<string>;
      ManagedObjectInstance: ReadOnly<string>;
      EventType: ReadOnly<string>;
      ProbableCause: ReadOnly<string>;
      SpecificProblem: ReadOnly<string>;
      PerceivedSeverity: ReadOnly<string>;
      AdditionalText: ReadOnly<string>;
      AdditionalInformation: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.FaultMgmt.QueuedEvent.{i}.': {
    table: true;
    params: {
      EventTime: ReadOnly<string>;
      AlarmIdentifier: ReadOnly<string>;
      NotificationType: ReadOnly<string>;
      ManagedObjectInstance: ReadOnly<string>;
      EventType: ReadOnly<string>;
      ProbableCause: ReadOnly<string>;
      SpecificProblem: ReadOnly<string>;
      PerceivedSeverity: ReadOnly<string>;
      AdditionalText: ReadOnly<string>;
      AdditionalInformation: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Security.': {
    table: false;
    params: {
      CertificateNumberOfEntries: ReadOnly<number>;
      CABundleNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Security.Certificate.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      LastModif: ReadOnly<string>;
      SerialNumber: ReadOnly<string>;
      Issuer: ReadOnly<string>;
      NotBefore: ReadOnly<string>;
      NotAfter: ReadOnly<string>;
      Subject: ReadOnly<string>;
      SubjectAlt: ReadOnly<string>;
      SignatureAlgorithm: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Security.CABundle.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Name: ReadOnly<string>;
      CACertificates: ReadWrite<string>;
    };
    commands: {
      'CADir()': { async: false; input: {}; output: { CADir?: string } };
      'CAFile()': { async: false; input: {}; output: { CAFile?: string } };
    };
    events: {};
  };
  'Device.FAP.': {
    table: false;
    params: {};
    commands: {};
    events: {};
  };
  'Device.FAP.GPS.': {
    table: false;
    params: {
      ScanOnBoot: ReadWrite<boolean>;
      ScanPeriodically: ReadWrite<boolean>;
      PeriodicInterval: ReadWrite<number>;
      PeriodicTime: ReadWrite<string>;
      ContinuousGPS: ReadWrite<boolean>;
      ScanTimeout: ReadWrite<number>;
      ScanStatus: ReadOnly<string>;
      ErrorDetails: ReadOnly<string>;
      LastScanTime: ReadOnly<string>;
      LastSuccessfulScanTime: ReadOnly<string>;
      LockedLatitude: ReadOnly<number>;
      LockedLongitude: ReadOnly<number>;
      NumberOfSatellites: ReadOnly<number>;
    };
    commands: {
      'GPSReset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.FAP.GPS.ContinuousGPSStatus.': {
    table: false;
    params: {
      CurrentFix: ReadOnly<boolean>;
      GotFix: ReadOnly<boolean>;
      TimingGood: ReadOnly<boolean>;
      Latitude: ReadOnly<number>;
      Longitude: ReadOnly<number>;
      Elevation: ReadOnly<number>;
      LastFixTime: ReadOnly<string>;
      LastFixDuration: ReadOnly<number>;
      FirstFixTimeout: ReadWrite<number>;
      SatellitesTracked: ReadOnly<number>;
      SatelliteTrackingInterval: ReadWrite<number>;
      ReceiverStatus: ReadOnly<string>;
      LocationType: ReadOnly<string>;
      LockTimeOutDuration: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.GPS.AGPSServerConfig.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      ServerURL: ReadWrite<string>;
      ServerPort: ReadWrite<number>;
      Username: ReadWrite<string>;
      Password: ReadWrite<string>;
      ReferenceLatitude: ReadWrite<number>;
      ReferenceLongitude: ReadWrite<number>;
      ServerInUse: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.PerfMgmt.': {
    table: false;
    params: {
      ConfigNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.PerfMgmt.Config.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      URL: ReadWrite<string>;
      Username: ReadWrite<string>;
      Password: ReadWrite<string>;
      PeriodicUploadInterval: ReadWrite<number>;
      PeriodicUploadTime: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.ApplicationPlatform.': {
    table: false;
    params: {
      Version: ReadOnly<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      MaxNumberOfApplications: ReadOnly<number>;
      CurrentNumberofApplications: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.ApplicationPlatform.Capabilities.': {
    table: false;
    params: {
      PresenceApplicationSupport: ReadOnly<boolean>;
      FemtoAwarenessAPISupport: ReadOnly<boolean>;
      SMSAPISupport: ReadOnly<boolean>;
      SubscribeToNotificationsOfSMSSentToApplicationSupport: ReadOnly<boolean>;
      QuerySMSDeliveryStatusSupport: ReadOnly<boolean>;
      MMSAPISupport: ReadOnly<boolean>;
      QueryMMSDeliveryStatusSupport: ReadOnly<boolean>;
      SubscribeToNotificationsOfMMSSentToApplicationSupport: ReadOnly<boolean>;
      TerminalLocationAPISupport: ReadOnly<boolean>;
      AuthenticationMethodsSupported: ReadOnly<string>;
      AccessLevelsSupported: ReadOnly<string>;
      SendSMSTargetAddressType: ReadOnly<string>;
      SendMMSTargetAddressType: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.ApplicationPlatform.Control.': {
    table: false;
    params: {
      AuthenticationMethod: ReadWrite<string>;
      TunnelInst: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.ApplicationPlatform.Control.FemtoAwareness.': {
    table: false;
    params: {
      APIEnable: ReadWrite<boolean>;
      QueueEnable: ReadWrite<boolean>;
      Queueing: ReadWrite<string>;
      MaxAPIUsersNumber: ReadWrite<number>;
      FemtozoneID: ReadWrite<string>;
      NotificationsUserIdentifierMSISDN: ReadWrite<boolean>;
      SubscribeToNotificationsResponseCallbackData: ReadWrite<boolean>;
      QueryFemtocellResponseTimezone: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.ApplicationPlatform.Control.SMS.': {
    table: false;
    params: {
      APIEnable: ReadWrite<boolean>;
      QueueEnable: ReadWrite<boolean>;
      Queueing: ReadWrite<string>;
      MaxAPIUsersNumber: ReadWrite<number>;
      MinSendSMSTimeInterval: ReadWrite<number>;
      EnableQuerySMSDeliveryStatus: ReadWrite<boolean>;
      EnableSubscribeToNotificationsOfMessageSentToApplication: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.ApplicationPlatform.Control.MMS.': {
    table: false;
    params: {
      APIEnable: ReadWrite<boolean>;
      QueueEnable: ReadWrite<boolean>;
      Queueing: ReadWrite<string>;
      MaxAPIUsersNumber: ReadWrite<number>;
      MinSendMMSTimeInterval: ReadWrite<number>;
      EnableQueryMMSDeliveryStatus: ReadWrite<boolean>;
      EnableSubscribeToNotificationsOfMessageSentToApplication: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.ApplicationPlatform.Control.TerminalLocation.': {
    table: false;
    params: {
      APIEnable: ReadWrite<boolean>;
      QueueEnable: ReadWrite<boolean>;
      Queueing: ReadWrite<string>;
      MaxAPIUsersNumber: ReadWrite<number>;
      QueryMobileLocationResponseAddress: ReadWrite<string>;
      QueryMobileLocationResponseLongitudeLatitude: ReadWrite<boolean>;
      QueryMobileLocationResponseAltitude: ReadWrite<boolean>;
      QueryMobileLocationResponseTimestamp: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.ApplicationPlatform.Monitoring.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      MonitoringInterval: ReadWrite<number>;
      AuthenticationRequestsReceived: ReadOnly<number>;
      AuthenticationRequestsRejected: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.ApplicationPlatform.Monitoring.FemtoAwareness.': {
    table: false;
    params: {
      APIAvailable: ReadOnly<boolean>;
      APIUsers: ReadOnly<number>;
      QueueState: ReadOnly<string>;
      QueueNum: ReadOnly<number>;
      QueueReceived: ReadOnly<number>;
      QueueDiscarded: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.ApplicationPlatform.Monitoring.SMS.': {
    table: false;
    params: {
      APIAvailable: ReadOnly<boolean>;
      APIUsers: ReadOnly<number>;
      QueueState: ReadOnly<string>;
      QueueNum: ReadOnly<number>;
      QueueReceived: ReadOnly<number>;
      QueueDiscarded: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.ApplicationPlatform.Monitoring.MMS.': {
    table: false;
    params: {
      APIAvailable: ReadOnly<boolean>;
      APIUsers: ReadOnly<number>;
      QueueState: ReadOnly<string>;
      QueueNum: ReadOnly<number>;
      QueueReceived: ReadOnly<number>;
      QueueDiscarded: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FAP.ApplicationPlatform.Monitoring.TerminalLocation.': {
    table: false;
    params: {
      APIAvailable: ReadOnly<boolean>;
      APIUsers: ReadOnly<number>;
      QueueState: ReadOnly<string>;
      QueueNum: ReadOnly<number>;
      QueueReceived: ReadOnly<number>;
      QueueDiscarded: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.BulkData.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      MinReportingInterval: ReadOnly<number>;
      Protocols: ReadOnly<string>;
      EncodingTypes: ReadOnly<string>;
      ParameterWildCardSupported: ReadOnly<boolean>;
      MaxNumberOfProfiles: ReadOnly<number>;
      MaxNumberOfParameterReferences: ReadOnly<number>;
      ProfileNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.BulkData.Profile.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      NumberOfRetainedFailedReports: ReadWrite<number>;
      Protocol: ReadWrite<string>;
      EncodingType: ReadWrite<string>;
      ReportingInterval: ReadWrite<number>;
      TimeReference: ReadWrite<string>;
      ParameterNumberOfEntries: ReadOnly<number>;
      Controller: ReadOnly<string>;
    };
    commands: {
      'ForceCollection()': { async: false; input: {}; output: {} };
    };
    events: {
      'Push!': { Data?: string };
    };
  };
  'Device.BulkData.Profile.{i}.Parameter.{i}.': {
    table: true;
    params: {
      Name: ReadWrite<string>;
      Reference: ReadWrite<string>;
      Exclude: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.BulkData.Profile.{i}.CSVEncoding.': {
    table: false;
    params: {
      FieldSeparator: ReadWrite<string>;
      RowSeparator: ReadWrite<string>;
      EscapeCharacter: ReadWrite<string>;
      ReportFormat: ReadWrite<string>;
      RowTimestamp: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.BulkData.Profile.{i}.JSONEncoding.': {
    table: false;
    params: {
      ReportFormat: ReadWrite<string>;
      ReportTimestamp: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.BulkData.Profile.{i}.HTTP.': {
    table: false;
    params: {
      URL: ReadWrite<string>;
      Username: ReadWrite<string>;
      Password: ReadWrite<string>;
      CompressionsSupported: ReadOnly<string>;
      Compression: ReadWrite<string>;
      MethodsSupported: ReadOnly<string>;
      Method: ReadWrite<string>;
      UseDateHeader: ReadWrite<boolean>;
      RetryEnable: ReadWrite<boolean>;
      RetryMinimumWaitInterval: ReadWrite<number>;
      RetryIntervalMultiplier: ReadWrite<number>;
      RequestURIParameterNumberOfEntries: ReadOnly<number>;
      PersistAcrossReboot: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.BulkData.Profile.{i}.HTTP.RequestURIParameter.{i}.': {
    table: true;
    params: {
      Name: ReadWrite<string>;
      Reference: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.BulkData.Profile.{i}.MQTT.': {
    table: false;
    params: {
      Reference: ReadWrite<string>;
      PublishTopic: ReadWrite<string>;
      PublishQoS: ReadWrite<number>;
      PublishRetain: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.SoftwareModules.': {
    table: false;
    params: {
      ExecEnvClassNumberOfEntries: ReadOnly<number>;
      ExecEnvNumberOfEntries: ReadOnly<number>;
      DeploymentUnitNumberOfEntries: ReadOnly<number>;
      ExecutionUnitNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'InstallDU()': { async: true; input: { URL: string; UUID?: string; Username?: string; Password?: string; Privileged?: boolean; NumRequiredUIDs?: number; ExecutionEnvRef?: string; Signature?: string; ShutdownDelay?: number; RequiredRoles?: string; OptionalRoles?: string; RequiredUserRoles?: string; RegisterTrustPaths?: string; ModuleVersion?: string; 'AutoRestart.Enable': boolean; 'AutoRestart.RetryMinimumWaitInterval': number; 'AutoRestart.RetryMaximumWaitInterval': number; 'AutoRestart.RetryIntervalMultiplier': number; 'AutoRestart.MaximumRetryCount'?: number; 'AutoRestart.ResetPeriod'?: number; 'Resources.AllocatedDiskSpace'?: number; 'Resources.AllocatedMemory'?: number; 'Resources.AllocatedCPUPercent'?: number; 'ApplicationData.{i}.Name': string; 'ApplicationData.{i}.Capacity': number; 'ApplicationData.{i}.Encrypted'?: boolean; 'ApplicationData.{i}.Retain': string; 'ApplicationData.{i}.AccessPath': string; 'HostObject.{i}.Source': string; 'HostObject.{i}.Destination': string; 'HostObject.{i}.Options'?: string; 'EnvVariable.{i}.Key': string; 'EnvVariable.{i}.Value': string; 'NetworkConfig.AccessInterfaces'?: string; 'NetworkConfig.PortMapping.{i}.Interface': string; 'NetworkConfig.PortMapping.{i}.ExternalPort': number; 'NetworkConfig.PortMapping.{i}.InternalPort': number; 'NetworkConfig.PortMapping.{i}.Protocol': string }; output: { UUID?: string; Version?: string; ExecEnvRef?: string } };
    };
    events: {
      'DUStateChange!': { UUID?: string; DeploymentUnitRef?: string; Version?: string; CurrentState?: string; Resolved?: boolean; ExecutionUnitRefList?: string; StartTime?: string; CompleteTime?: string; OperationPerformed?: string; 'Fault.FaultCode'?: number; 'Fault.FaultString'?: string };
    };
  };
  'Device.SoftwareModules.ExecEnvClass.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      Vendor: ReadOnly<string>;
      Version: ReadOnly<string>;
      DeploymentUnitRef: ReadOnly<string>;
      CapabilityNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'AddExecEnv()': { async: false; input: { Alias?: string; Name?: string; ParentExecEnv: string; AvailableRoles?: string; AvailableUserRoles?: string; Enable?: boolean; AllocatedDiskSpace?: number; AllocatedMemory?: number; AllocatedCPUPercent?: number }; output: { ExecEnvRef?: string } };
    };
    events: {};
  };
  'Device.SoftwareModules.ExecEnvClass.{i}.Capability.{i}.': {
    table: true;
    params: {
      Specification: ReadOnly<string>;
      SpecificationVersion: ReadOnly<string>;
      SpecificationURI: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.SoftwareModules.ExecEnv.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      Type: ReadOnly<string>;
      InitialRunLevel: ReadWrite<number>;
      CurrentRunLevel: ReadOnly<number>;
      InitialExecutionUnitRunLevel: ReadWrite<number>;
      Vendor: ReadOnly<string>;
      Version: ReadOnly<string>;
      ParentExecEnv: ReadOnly<string>;
      AllocatedDiskSpace: ReadOnly<number>;
      AllocatedMemory: ReadOnly<number>;
      AllocatedCPUPercent: ReadOnly<number>;
      AvailableDiskSpace: ReadOnly<number>;
      AvailableMemory: ReadOnly<number>;
      AvailableCPUPercent: ReadOnly<number>;
      ActiveExecutionUnits: ReadOnly<string>;
      ProcessorRefList: ReadOnly<string>;
      CreatedAt: ReadOnly<string>;
      ExecEnvClassRef: ReadOnly<string>;
      ApplicationDataNumberOfEntries: ReadOnly<number>;
      RestartReason: ReadOnly<string>;
      RestartCount: ReadOnly<number>;
      LastRestarted: ReadOnly<string>;
      Signers: ReadWrite<string>;
      AvailableRoles: ReadOnly<string>;
      AvailableAccessInterfaces: ReadOnly<string>;
      AvailableUserRoles: ReadOnly<string>;
    };
    commands: {
      'SetRunLevel()': { async: false; input: { RequestedRunLevel: number }; output: {} };
      'ModifyConstraints()': { async: true; input: { Force?: boolean; AllocatedDiskSpace?: number; AllocatedMemory?: number; AllocatedCPUPercent?: number }; output: {} };
      'ModifyAvailableRoles()': { async: true; input: { AvailableRoles: string; AvailableUserRoles: string }; output: {} };
      'ModifyAvailableAccessInterfaces()': { async: true; input: { AccessInterfaces: string }; output: {} };
      'Restart()': { async: true; input: { Reason?: string; Force?: boolean }; output: {} };
      'Reset()': { async: true; input: {}; output: {} };
      'Remove()': { async: true; input: { Force?: boolean }; output: {} };
    };
    events: {
      'Restarted!': { RestartTime?: string; RestartReason?: string };
    };
  };
  'Device.SoftwareModules.ExecEnv.{i}.ApplicationData.{i}.': {
    table: true;
    params: {
      Name: ReadOnly<string>;
      Capacity: ReadOnly<number>;
      Encrypted: ReadOnly<boolean>;
      Retain: ReadOnly<string>;
      AccessPath: ReadOnly<string>;
      Alias: WriteOnce<string>;
      ApplicationUUID: ReadOnly<string>;
      Utilization: ReadOnly<number>;
    };
    commands: {
      'Remove()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.SoftwareModules.DeploymentUnit.{i}.': {
    table: true;
    params: {
      UUID: ReadOnly<string>;
      DUID: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      Status: ReadOnly<string>;
      Resolved: ReadOnly<boolean>;
      URL: ReadOnly<string>;
      Description: ReadOnly<string>;
      Vendor: ReadOnly<string>;
      Version: ReadOnly<string>;
      VendorLogList: ReadOnly<string>;
      VendorConfigList: ReadOnly<string>;
      ExecutionUnitList: ReadOnly<string>;
      ExecutionEnvRef: ReadOnly<string>;
      Installed: ReadOnly<string>;
      LastUpdate: ReadOnly<string>;
      ModuleVersion: ReadOnly<string>;
      InternalController: ReadOnly<string>;
    };
    commands: {
      'Update()': { async: true; input: { URL?: string; Username?: string; Password?: string; Privileged?: boolean; NumRequiredUIDs?: number; Signature?: string; RequiredRoles?: string; OptionalRoles?: string; RequiredUserRoles?: string; RegisterTrustPaths?: string; RetainData?: boolean; ModuleVersion?: string; 'Resources.AllocatedDiskSpace'?: number; 'Resources.AllocatedMemory'?: number; 'Resources.AllocatedCPUPercent'?: number; 'ApplicationData.{i}.Name': string; 'ApplicationData.{i}.Capacity': number; 'ApplicationData.{i}.Encrypted'?: boolean; 'ApplicationData.{i}.Retain': string; 'ApplicationData.{i}.AccessPath': string; 'HostObject.{i}.Source': string; 'HostObject.{i}.Destination': string; 'HostObject.{i}.Options'?: string; 'EnvVariable.{i}.Key': string; 'EnvVariable.{i}.Value': string; 'NetworkConfig.AccessInterfaces'?: string; 'NetworkConfig.PortMapping.{i}.Interface': string; 'NetworkConfig.PortMapping.{i}.ExternalPort': number; 'NetworkConfig.PortMapping.{i}.InternalPort': number; 'NetworkConfig.PortMapping.{i}.Protocol': string }; output: {} };
      'Uninstall()': { async: true; input: { RetainData?: boolean }; output: {} };
    };
    events: {};
  };
  'Device.SoftwareModules.ExecutionUnit.{i}.': {
    table: true;
    params: {
      EUID: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      ExecEnvLabel: ReadOnly<string>;
      Status: ReadOnly<string>;
      ExecutionFaultCode: ReadOnly<string>;
      ExecutionFaultMessage: ReadOnly<string>;
      AutoStart: ReadWrite<boolean>;
      RunLevel: ReadWrite<number>;
      Vendor: ReadOnly<string>;
      Version: ReadOnly<string>;
      Description: ReadOnly<string>;
      Privileged: ReadOnly<boolean>;
      AllocatedDiskSpace: ReadOnly<number>;
      DiskSpaceInUse: ReadOnly<number>;
      AllocatedMemory: ReadOnly<number>;
      MemoryInUse: ReadOnly<number>;
      AllocatedCPUPercent: ReadOnly<number>;
      CPUPercentInUse: ReadOnly<number>;
      AllocatedEUUID: ReadOnly<number>;
      AllocatedEUGID: ReadOnly<string>;
      AllocatedHostUID: ReadOnly<number>;
      AllocatedHostGID: ReadOnly<string>;
      CreationTime: ReadOnly<string>;
      Uptime: ReadOnly<number>;
      ShutdownDelay: ReadWrite<number>;
      References: ReadOnly<string>;
      AssociatedProcessList: ReadOnly<string>;
      VendorLogList: ReadOnly<string>;
      VendorConfigList: ReadOnly<string>;
      ApplicationDataList: ReadOnly<string>;
      ExecutionEnvRef: ReadOnly<string>;
      HostObjectNumberOfEntries: ReadOnly<number>;
      EnvVariableNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'SetRequestedState()': { async: false; input: { RequestedState: string }; output: {} };
      'Restart()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.SoftwareModules.ExecutionUnit.{i}.AutoRestart.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      RetryMinimumWaitInterval: ReadWrite<number>;
      RetryMaximumWaitInterval: ReadWrite<number>;
      RetryIntervalMultiplier: ReadWrite<number>;
      MaximumRetryCount: ReadWrite<number>;
      ResetPeriod: ReadWrite<number>;
      RetryCount: ReadWrite<number>;
      LastRestarted: ReadOnly<string>;
      NextRestart: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.SoftwareModules.ExecutionUnit.{i}.NetworkConfig.': {
    table: false;
    params: {
      AccessInterfaceRefList: ReadOnly<string>;
      PortMappingRefList: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.SoftwareModules.ExecutionUnit.{i}.HostObject.{i}.': {
    table: true;
    params: {
      Source: ReadOnly<string>;
      Destination: ReadOnly<string>;
      Options: ReadOnly<string>;
      Alias: WriteOnce<string>;
    };
    commands: {};
    events: {};
  };
  'Device.SoftwareModules.ExecutionUnit.{i}.EnvVariable.{i}.': {
    table: true;
    params: {
      Key: ReadOnly<string>;
      Value: ReadOnly<string>;
      Alias: WriteOnce<string>;
    };
    commands: {};
    events: {};
  };
  'Device.SoftwareModules.ExecutionUnit.{i}.Extensions.': {
    table: false;
    params: {};
    commands: {};
    events: {};
  };
  'Device.XMPP.': {
    table: false;
    params: {
      ConnectionNumberOfEntries: ReadOnly<number>;
      SupportedServerConnectAlgorithms: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.XMPP.Connection.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Username: ReadWrite<string>;
      Password: ReadWrite<string>;
      Domain: ReadWrite<string>;
      Resource: ReadWrite<string>;
      JabberID: ReadOnly<string>;
      Status: ReadOnly<string>;
      LastChangeDate: ReadOnly<string>;
      ServerConnectAlgorithm: ReadWrite<string>;
      KeepAliveInterval: ReadWrite<bigint>;
      ServerConnectAttempts: ReadWrite<number>;
      ServerRetryInitialInterval: ReadWrite<number>;
      ServerRetryIntervalMultiplier: ReadWrite<number>;
      ServerRetryMaxInterval: ReadWrite<number>;
      UseTLS: ReadWrite<boolean>;
      TLSEstablished: ReadOnly<boolean>;
      ServerNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.XMPP.Connection.{i}.Server.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Priority: ReadWrite<number>;
      Weight: ReadWrite<bigint>;
      ServerAddress: ReadWrite<string>;
      Port: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.XMPP.Connection.{i}.Stats.': {
    table: false;
    params: {
      ReceivedMessages: ReadOnly<number>;
      TransmittedMessages: ReadOnly<number>;
      ReceivedErrorMessages: ReadOnly<number>;
      TransmittedErrorMessages: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.': {
    table: false;
    params: {
      Version: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.': {
    table: false;
    params: {
      IEEE1905Id: ReadOnly<string>;
      Status: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadOnly<string>;
      RegistrarFreqBand: ReadOnly<string>;
      InterfaceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.Interface.{i}.': {
    table: true;
    params: {
      InterfaceId: ReadOnly<string>;
      Status: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadOnly<string>;
      InterfaceStackReference: ReadOnly<string>;
      MediaType: ReadOnly<string>;
      GenericPhyOUI: ReadOnly<string>;
      GenericPhyVariant: ReadOnly<string>;
      GenericPhyURL: ReadOnly<string>;
      SetIntfPowerStateEnabled: ReadWrite<boolean>;
      PowerState: ReadWrite<string>;
      VendorPropertiesNumberOfEntries: ReadOnly<number>;
      LinkNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.Interface.{i}.VendorProperties.{i}.': {
    table: true;
    params: {
      OUI: ReadOnly<string>;
      Information: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.Interface.{i}.Link.{i}.': {
    table: true;
    params: {
      InterfaceId: ReadOnly<string>;
      IEEE1905Id: ReadOnly<string>;
      MediaType: ReadOnly<string>;
      GenericPhyOUI: ReadOnly<string>;
      GenericPhyVariant: ReadOnly<string>;
      GenericPhyURL: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.Interface.{i}.Link.{i}.Metric.': {
    table: false;
    params: {
      IEEE802dot1Bridge: ReadOnly<boolean>;
      PacketErrors: ReadOnly<number>;
      PacketErrorsReceived: ReadOnly<number>;
      TransmittedPackets: ReadOnly<number>;
      PacketsReceived: ReadOnly<number>;
      MACThroughputCapacity: ReadOnly<number>;
      LinkAvailability: ReadOnly<number>;
      PHYRate: ReadOnly<number>;
      RSSI: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.ForwardingTable.': {
    table: false;
    params: {
      SetForwardingEnabled: ReadWrite<boolean>;
      ForwardingRuleNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.ForwardingTable.ForwardingRule.{i}.': {
    table: true;
    params: {
      InterfaceList: ReadWrite<string>;
      MACDestinationAddress: ReadWrite<string>;
      MACDestinationAddressFlag: ReadWrite<boolean>;
      MACSourceAddress: ReadWrite<string>;
      MACSourceAddressFlag: ReadWrite<boolean>;
      EtherType: ReadWrite<number>;
      EtherTypeFlag: ReadWrite<boolean>;
      Vid: ReadWrite<number>;
      VidFlag: ReadWrite<boolean>;
      PCP: ReadWrite<number>;
      PCPFlag: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.NetworkTopology.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      MaxChangeLogEntries: ReadWrite<number>;
      LastChange: ReadOnly<string>;
      IEEE1905DeviceNumberOfEntries: ReadOnly<number>;
      ChangeLogNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.NetworkTopology.ChangeLog.{i}.': {
    table: true;
    params: {
      TimeStamp: ReadOnly<string>;
      EventType: ReadOnly<string>;
      ReporterDeviceId: ReadOnly<string>;
      ReporterInterfaceId: ReadOnly<string>;
      NeighborType: ReadOnly<string>;
      NeighborId: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.NetworkTopology.IEEE1905Device.{i}.': {
    table: true;
    params: {
      IEEE1905Id: ReadOnly<string>;
      Version: ReadOnly<string>;
      RegistrarFreqBand: ReadOnly<string>;
      FriendlyName: ReadOnly<string>;
      ManufacturerName: ReadOnly<string>;
      ManufacturerModel: ReadOnly<string>;
      ControlURL: ReadOnly<string>;
      AssocWiFiNetworkDeviceRef: ReadOnly<string>;
      VendorPropertiesNumberOfEntries: ReadOnly<number>;
      IPv4AddressNumberOfEntries: ReadOnly<number>;
      IPv6AddressNumberOfEntries: ReadOnly<number>;
      InterfaceNumberOfEntries: ReadOnly<number>;
      NonIEEE1905NeighborNumberOfEntries: ReadOnly<number>;
      IEEE1905NeighborNumberOfEntries: ReadOnly<number>;
      L2NeighborNumberOfEntries: ReadOnly<number>;
      BridgingTupleNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.NetworkTopology.IEEE1905Device.{i}.IPv4Address.{i}.': {
    table: true;
    params: {
      MACAddress: ReadOnly<string>;
      IPv4Address: ReadOnly<string>;
      IPv4AddressType: ReadOnly<string>;
      DHCPServer: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.NetworkTopology.IEEE1905Device.{i}.IPv6Address.{i}.': {
    table: true;
    params: {
      MACAddress: ReadOnly<string>;
      IPv6Address: ReadOnly<string>;
      IPv6AddressType: ReadOnly<string>;
      IPv6AddressOrigin: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.NetworkTopology.IEEE1905Device.{i}.VendorProperties.{i}.': {
    table: true;
    params: {
      MessageType: ReadOnly<string>;
      OUI: ReadOnly<string>;
      Information: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.NetworkTopology.IEEE1905Device.{i}.Interface.{i}.': {
    table: true;
    params: {
      InterfaceId: ReadOnly<string>;
      MediaType: ReadOnly<string>;
      PowerState: ReadOnly<string>;
      GenericPhyOUI: ReadOnly<string>;
      GenericPhyVariant: ReadOnly<string>;
      GenericPhyURL: ReadOnly<string>;
      NetworkMembership: ReadOnly<string>;
      Role: ReadOnly<string>;
      APChannelBand: ReadOnly<string>;
      FrequencyIndex1: ReadOnly<string>;
      FrequencyIndex2: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.NetworkTopology.IEEE1905Device.{i}.NonIEEE1905Neighbor.{i}.': {
    table: true;
    params: {
      LocalInterface: ReadOnly<string>;
      NeighborInterfaceId: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.NetworkTopology.IEEE1905Device.{i}.L2Neighbor.{i}.': {
    table: true;
    params: {
      LocalInterface: ReadOnly<string>;
      NeighborInterfaceId: ReadOnly<string>;
      BehindInterfaceIds: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.NetworkTopology.IEEE1905Device.{i}.IEEE1905Neighbor.{i}.': {
    table: true;
    params: {
      LocalInterface: ReadOnly<string>;
      NeighborDeviceId: ReadOnly<string>;
      MetricNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.NetworkTopology.IEEE1905Device.{i}.IEEE1905Neighbor.{i}.Metric.{i}.': {
    table: true;
    params: {
      NeighborMACAddress: ReadOnly<string>;
      IEEE802dot1Bridge: ReadOnly<boolean>;
      PacketErrors: ReadOnly<number>;
      PacketErrorsReceived: ReadOnly<number>;
      TransmittedPackets: ReadOnly<number>;
      PacketsReceived: ReadOnly<number>;
      MACThroughputCapacity: ReadOnly<number>;
      LinkAvailability: ReadOnly<number>;
      PHYRate: ReadOnly<number>;
      RSSI: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.NetworkTopology.IEEE1905Device.{i}.BridgingTuple.{i}.': {
    table: true;
    params: {
      InterfaceList: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.Security.': {
    table: false;
    params: {
      SetupMethod: ReadWrite<string>;
      Password: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IEEE1905.AL.NetworkingRegistrar.': {
    table: false;
    params: {
      Registrar2dot4: ReadOnly<string>;
      Registrar5: ReadOnly<string>;
      Registrar60: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.MQTT.': {
    table: false;
    params: {
      ClientNumberOfEntries: ReadOnly<number>;
      BrokerNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.MQTT.Capabilities.': {
    table: false;
    params: {
      ProtocolVersionsSupported: ReadOnly<string>;
      TransportProtocolSupported: ReadOnly<string>;
      MaxNumberOfClientSubscriptions: ReadOnly<number>;
      MaxNumberOfBrokerBridges: ReadOnly<number>;
      MaxNumberOfBrokerBridgeSubscriptions: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.MQTT.Client.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Interface: ReadWrite<string>;
      ProtocolVersion: ReadWrite<string>;
      BrokerAddress: ReadWrite<string>;
      BrokerPort: ReadWrite<number>;
      TransportProtocol: ReadWrite<string>;
      CleanSession: ReadWrite<boolean>;
      CleanStart: ReadWrite<boolean>;
      WillEnable: ReadWrite<boolean>;
      WillQoS: ReadWrite<number>;
      WillRetain: ReadWrite<boolean>;
      KeepAliveTime: ReadWrite<number>;
      SessionExpiryInterval: ReadWrite<number>;
      ReceiveMaximum: ReadWrite<number>;
      MaximumPacketSize: ReadWrite<number>;
      TopicAliasMaximum: ReadWrite<number>;
      RequestResponseInfo: ReadWrite<boolean>;
      RequestProblemInfo: ReadWrite<boolean>;
      AuthenticationMethod: ReadWrite<string>;
      ALPN: ReadWrite<string>;
      ClientID: ReadWrite<string>;
      WillDelayInterval: ReadWrite<number>;
      WillMessageExpiryInterval: ReadWrite<number>;
      WillContentType: ReadWrite<string>;
      WillResponseTopic: ReadWrite<string>;
      WillTopic: ReadWrite<string>;
      WillValue: ReadWrite<string>;
      Username: ReadWrite<string>;
      Password: ReadWrite<string>;
      PublishMessageExpiryInterval: ReadWrite<number>;
      MessageRetryTime: ReadWrite<number>;
      ConnectRetryTime: ReadWrite<number>;
      ConnectRetryIntervalMultiplier: ReadWrite<number>;
      ConnectRetryMaxInterval: ReadWrite<number>;
      ResponseInformation: ReadOnly<string>;
      SubscriptionNumberOfEntries: ReadOnly<number>;
      UserPropertyNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'ForceReconnect()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.MQTT.Client.{i}.Subscription.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Topic: ReadWrite<string>;
      QoS: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.MQTT.Client.{i}.UserProperty.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Name: ReadWrite<string>;
      Value: ReadWrite<string>;
      PacketType: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.MQTT.Client.{i}.Stats.': {
    table: false;
    params: {
      BrokerConnectionEstablished: ReadOnly<string>;
      LastPublishMessageSent: ReadOnly<string>;
      LastPublishMessageReceived: ReadOnly<string>;
      PublishSent: ReadOnly<bigint>;
      PublishReceived: ReadOnly<bigint>;
      SubscribeSent: ReadOnly<bigint>;
      UnSubscribeSent: ReadOnly<bigint>;
      MQTTMessagesSent: ReadOnly<bigint>;
      MQTTMessagesReceived: ReadOnly<bigint>;
      ConnectionErrors: ReadOnly<number>;
      PublishErrors: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.MQTT.Broker.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Port: ReadWrite<number>;
      Interface: ReadWrite<string>;
      Username: ReadWrite<string>;
      Password: ReadWrite<string>;
      BridgeNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.MQTT.Broker.{i}.Bridge.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      ProtocolVersion: ReadWrite<string>;
      TransportProtocol: ReadWrite<string>;
      CleanSession: ReadWrite<boolean>;
      CleanStart: ReadWrite<boolean>;
      KeepAliveTime: ReadWrite<number>;
      ClientID: ReadWrite<string>;
      Username: ReadWrite<string>;
      Password: ReadWrite<string>;
      MessageRetryTime: ReadWrite<number>;
      ConnectRetryTime: ReadWrite<number>;
      ServerSelectionAlgorithm: ReadWrite<string>;
      ServerConnection: ReadOnly<string>;
      ServerNumberOfEntries: ReadOnly<number>;
      SubscriptionNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'ForceReconnect()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.MQTT.Broker.{i}.Bridge.{i}.Server.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Priority: ReadWrite<number>;
      Weight: ReadWrite<bigint>;
      Address: ReadWrite<string>;
      Port: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.MQTT.Broker.{i}.Bridge.{i}.Subscription.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Topic: ReadWrite<string>;
      Direction: ReadWrite<string>;
      QoS: ReadWrite<number>;
      LocalPrefix: ReadWrite<string>;
      RemotePrefix: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.MQTT.Broker.{i}.Stats.': {
    table: false;
    params: {
      TotalNumberOfClients: ReadOnly<number>;
      NumberOfActiveClients: ReadOnly<number>;
      NumberOfInactiveClients: ReadOnly<number>;
      Subscriptions: ReadOnly<number>;
      PublishSent: ReadOnly<bigint>;
      PublishReceived: ReadOnly<bigint>;
      MQTTMessagesSent: ReadOnly<bigint>;
      MQTTMessagesReceived: ReadOnly<bigint>;
      ConnectionErrors: ReadOnly<number>;
      PublishErrors: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DynamicDNS.': {
    table: false;
    params: {
      ClientNumberOfEntries: ReadOnly<number>;
      ServerNumberOfEntries: ReadOnly<number>;
      SupportedServices: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DynamicDNS.Client.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      LastError: ReadOnly<string>;
      Server: ReadWrite<string>;
      Interface: ReadWrite<string>;
      Username: ReadWrite<string>;
      Password: ReadWrite<string>;
      HostnameNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.DynamicDNS.Client.{i}.Hostname.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Name: ReadWrite<string>;
      LastUpdate: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.DynamicDNS.Server.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Name: ReadWrite<string>;
      Alias: WriteOnce<string>;
      ServiceName: ReadWrite<string>;
      ServerAddress: ReadWrite<string>;
      ServerPort: ReadWrite<number>;
      SupportedProtocols: ReadOnly<string>;
      Protocol: ReadWrite<string>;
      CheckInterval: ReadWrite<number>;
      RetryInterval: ReadWrite<number>;
      MaxRetries: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LEDs.': {
    table: false;
    params: {
      LEDNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LEDs.LED.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Name: ReadWrite<string>;
      Status: ReadOnly<string>;
      Reason: ReadOnly<string>;
      CyclePeriodRepetitions: ReadOnly<number>;
      Location: ReadOnly<string>;
      RelativeXPosition: ReadOnly<number>;
      RelativeYPosition: ReadOnly<number>;
      MaxBrightness: ReadOnly<number>;
      CycleElementNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LEDs.LED.{i}.CycleElement.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Order: ReadWrite<number>;
      Color: ReadWrite<string>;
      Duration: ReadWrite<number>;
      FadeInterval: ReadWrite<number>;
      Brightness: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LEDs.LED.{i}.CurrentCycleElement.': {
    table: false;
    params: {
      CycleElementReference: ReadOnly<string>;
      Color: ReadOnly<string>;
      Duration: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.BASAPM.': {
    table: false;
    params: {
      MeasurementEndpointNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.BASAPM.MeasurementEndpoint.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      MeasurementAgent: ReadWrite<string>;
      DeviceOwnership: ReadWrite<string>;
      OperationalDomain: ReadWrite<string>;
      InternetDomain: ReadWrite<string>;
      UseMeasurementEndpointInReports: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.BASAPM.MeasurementEndpoint.{i}.ISPDevice.': {
    table: false;
    params: {
      ReferencePoint: ReadWrite<string>;
      GeographicalLocation: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.BASAPM.MeasurementEndpoint.{i}.CustomerDevice.': {
    table: false;
    params: {
      EquipmentIdentifier: ReadWrite<string>;
      CustomerIdentifier: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.': {
    table: false;
    params: {
      MeasurementAgentNumberOfEntries: ReadOnly<number>;
      ReportNumberOfEntries: ReadOnly<number>;
      EventNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Version: ReadOnly<string>;
      LastStarted: ReadOnly<string>;
      CapabilityTags: ReadOnly<string>;
      Identifier: ReadWrite<string>;
      GroupIdentifier: ReadWrite<string>;
      MeasurementPoint: ReadWrite<string>;
      UseAgentIdentifierInReports: ReadWrite<boolean>;
      UseGroupIdentifierInReports: ReadWrite<boolean>;
      UseMeasurementPointInReports: ReadWrite<boolean>;
      PublicCredential: ReadWrite<string>;
      PrivateCredential: ReadWrite<string>;
      EventLog: ReadOnly<string>;
      TaskCapabilityNumberOfEntries: ReadOnly<number>;
      ScheduleNumberOfEntries: ReadOnly<number>;
      TaskNumberOfEntries: ReadOnly<number>;
      CommunicationChannelNumberOfEntries: ReadOnly<number>;
      InstructionNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.TaskCapability.{i}.': {
    table: true;
    params: {
      Name: ReadOnly<string>;
      Version: ReadOnly<string>;
      TaskCapabilityRegistryNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.TaskCapability.{i}.Registry.{i}.': {
    table: true;
    params: {
      RegistryEntry: ReadOnly<string>;
      Roles: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.Controller.': {
    table: false;
    params: {
      ControllerTimeout: ReadWrite<number>;
      ControlSchedules: ReadWrite<string>;
      ControlTasks: ReadWrite<string>;
      ControlChannels: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.Schedule.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      State: ReadOnly<string>;
      Start: ReadWrite<string>;
      End: ReadWrite<string>;
      Duration: ReadWrite<number>;
      Tags: ReadWrite<string>;
      SuppressionTags: ReadWrite<string>;
      ExecutionMode: ReadWrite<string>;
      LastInvocation: ReadOnly<string>;
      Storage: ReadOnly<bigint>;
      ActionNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.Schedule.{i}.Stats.': {
    table: false;
    params: {
      Invocations: ReadOnly<bigint>;
      Suppressions: ReadOnly<bigint>;
      Overlaps: ReadOnly<bigint>;
      Failures: ReadOnly<bigint>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.Schedule.{i}.Action.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      State: ReadOnly<string>;
      Order: ReadWrite<number>;
      Task: ReadWrite<string>;
      OutputDestination: ReadWrite<string>;
      SuppressionTags: ReadWrite<string>;
      Tags: ReadWrite<string>;
      Storage: ReadOnly<bigint>;
      LastInvocation: ReadOnly<string>;
      LastSuccessfulCompletion: ReadOnly<string>;
      LastSuccessfulStatusCode: ReadOnly<number>;
      LastSuccessfulMessage: ReadOnly<string>;
      LastFailedCompletion: ReadOnly<string>;
      LastFailedStatusCode: ReadOnly<number>;
      LastFailedMessage: ReadOnly<string>;
      OptionNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.Schedule.{i}.Action.{i}.Stats.': {
    table: false;
    params: {
      Invocations: ReadOnly<bigint>;
      Suppressions: ReadOnly<bigint>;
      Overlaps: ReadOnly<bigint>;
      Failures: ReadOnly<bigint>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.Schedule.{i}.Action.{i}.Option.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Order: ReadWrite<number>;
      Name: ReadWrite<string>;
      Value: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.Task.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      Tags: ReadWrite<string>;
      OptionNumberOfEntries: ReadOnly<number>;
      RegistryNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.Task.{i}.Registry.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      RegistryEntry: ReadWrite<string>;
      Roles: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.Task.{i}.Option.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Order: ReadWrite<number>;
      Name: ReadWrite<string>;
      Value: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.CommunicationChannel.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      UseBulkDataProfile: ReadWrite<boolean>;
      BulkDataProfile: ReadWrite<string>;
      Target: ReadWrite<string>;
      TargetPublicCredential: ReadWrite<string>;
      Interface: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.Instruction.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      LastChange: ReadOnly<string>;
      InstructionSchedules: ReadWrite<string>;
      InstructionTasks: ReadWrite<string>;
      ReportChannels: ReadWrite<string>;
      MeasurementSuppressionNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.MeasurementAgent.{i}.Instruction.{i}.MeasurementSuppression.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      State: ReadOnly<string>;
      StopRunning: ReadWrite<boolean>;
      Start: ReadWrite<string>;
      End: ReadWrite<string>;
      SuppressionMatch: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.Report.{i}.': {
    table: true;
    params: {
      ReportDate: ReadOnly<string>;
      AgentIdentifier: ReadOnly<string>;
      GroupIdentifier: ReadOnly<string>;
      MeasurementPoint: ReadOnly<string>;
      ResultNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.Report.{i}.Result.{i}.': {
    table: true;
    params: {
      TaskName: ReadOnly<string>;
      ScheduleName: ReadOnly<string>;
      ActionName: ReadOnly<string>;
      EventTime: ReadOnly<string>;
      StartTime: ReadOnly<string>;
      EndTime: ReadOnly<string>;
      CycleNumber: ReadOnly<string>;
      Status: ReadOnly<number>;
      Tags: ReadOnly<string>;
      OptionNumberOfEntries: ReadOnly<number>;
      ResultConflictNumberOfEntries: ReadOnly<number>;
      ResultReportTableNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.Report.{i}.Result.{i}.Option.{i}.': {
    table: true;
    params: {
      Order: ReadOnly<number>;
      Name: ReadOnly<number>;
      Value: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.Report.{i}.Result.{i}.Conflict.{i}.': {
    table: true;
    params: {
      TaskName: ReadOnly<string>;
      ScheduleName: ReadOnly<string>;
      ActionName: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.Report.{i}.Result.{i}.ReportTable.{i}.': {
    table: true;
    params: {
      ColumnLabels: ReadOnly<string>;
      ResultReportRowNumberOfEntries: ReadOnly<number>;
      RegistryNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.Report.{i}.Result.{i}.ReportTable.{i}.ResultRow.{i}.': {
    table: true;
    params: {
      Values: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.Report.{i}.Result.{i}.ReportTable.{i}.Registry.{i}.': {
    table: true;
    params: {
      RegistryEntry: ReadOnly<string>;
      Roles: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.Event.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      Type: ReadWrite<string>;
      RandomnessSpread: ReadWrite<number>;
      CycleInterval: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.Event.{i}.PeriodicTimer.': {
    table: false;
    params: {
      StartTime: ReadWrite<string>;
      EndTime: ReadWrite<string>;
      Interval: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.Event.{i}.CalendarTimer.': {
    table: false;
    params: {
      StartTime: ReadWrite<string>;
      EndTime: ReadWrite<string>;
      ScheduleMonths: ReadWrite<string>;
      ScheduleDaysOfMonth: ReadWrite<string>;
      ScheduleDaysOfWeek: ReadWrite<string>;
      ScheduleHoursOfDay: ReadWrite<string>;
      ScheduleMinutesOfHour: ReadWrite<string>;
      ScheduleSecondsOfMinute: ReadWrite<string>;
      EnableScheduleTimezoneOffset: ReadWrite<boolean>;
      ScheduleTimezoneOffset: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LMAP.Event.{i}.OneOff.': {
    table: false;
    params: {
      StartTime: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WWC.': {
    table: false;
    params: {
      HwCapabilities: ReadOnly<string>;
      SwCapabilities: ReadOnly<string>;
      Mode: ReadWrite<string>;
      Status: ReadOnly<string>;
      AccessNetworkNumberOfEntries: ReadOnly<number>;
      URSPNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WWC.AccessNetwork.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      Interface: ReadWrite<string>;
      RegistrationStatus: ReadOnly<string>;
      ConnectionStatus: ReadOnly<string>;
      AccessNetworkType: ReadOnly<string>;
      LastError: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WWC.AccessNetwork.{i}.GUTI.': {
    table: false;
    params: {
      PLMN: ReadOnly<number>;
      AMFId: ReadOnly<number>;
      TMSI: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WWC.URSP.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Precedence: ReadOnly<number>;
      TrafficDescriptorNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WWC.URSP.{i}.TrafficDescriptor.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Type: ReadOnly<number>;
      Value: ReadOnly<string>;
      RouteSelectionDescriptorNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.WWC.URSP.{i}.TrafficDescriptor.{i}.RouteSelectionDescriptor.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Precedence: ReadOnly<number>;
      SSC: ReadOnly<number>;
      DNN: ReadOnly<string>;
      PDUSessionType: ReadOnly<string>;
      AccessType: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.WWC.URSP.{i}.TrafficDescriptor.{i}.RouteSelectionDescriptor.{i}.NetworkSlice.': {
    table: false;
    params: {
      SliceServiceType: ReadOnly<string>;
      SliceDifferentiator: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.PDU.': {
    table: false;
    params: {
      SessionNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.PDU.Session.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Interface: ReadOnly<string>;
      SessionID: ReadOnly<number>;
      PTI: ReadOnly<number>;
      SessionType: ReadOnly<string>;
      SSC: ReadOnly<number>;
      SessionAMBRDownlink: ReadOnly<bigint>;
      SessionAMBRUplink: ReadOnly<bigint>;
      LastError: ReadOnly<number>;
      PDUIPv4Address: ReadOnly<string>;
      PDUIPv6InterfaceIdentifier: ReadOnly<string>;
      RQTimerValue: ReadOnly<number>;
      AlwaysOn: ReadOnly<boolean>;
      DNN: ReadOnly<string>;
      QoSRuleNumberOfEntries: ReadOnly<number>;
      QoSFlowNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.PDU.Session.{i}.PCO.': {
    table: false;
    params: {
      IPv6PCSCF: ReadOnly<string>;
      IPv6DNS: ReadOnly<string>;
      IPv4PCSCF: ReadOnly<string>;
      IPv4DNS: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.PDU.Session.{i}.NetworkSlice.': {
    table: false;
    params: {
      SliceServiceType: ReadOnly<string>;
      SliceDifferentiator: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.PDU.Session.{i}.QoSRule.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Identifier: ReadOnly<number>;
      Precedence: ReadOnly<number>;
      Segregation: ReadOnly<boolean>;
      QFI: ReadOnly<number>;
      DQR: ReadOnly<boolean>;
      FilterNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.PDU.Session.{i}.QoSRule.{i}.Filter.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Direction: ReadOnly<string>;
      Type: ReadOnly<number>;
      Value: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.PDU.Session.{i}.QoSFlow.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      QFI: ReadOnly<number>;
      FiveQI: ReadOnly<number>;
      GFBRUplink: ReadOnly<bigint>;
      GFBRDownlink: ReadOnly<bigint>;
      MFBRUplink: ReadOnly<bigint>;
      MFBRDownlink: ReadOnly<bigint>;
      AveragingWindow: ReadOnly<number>;
      EPSBearer: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FWE.': {
    table: false;
    params: {
      LinkNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.FWE.Link.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.FWE.Link.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Logical.': {
    table: false;
    params: {
      InterfaceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Logical.Interface.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Logical.Interface.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.XPON.': {
    table: false;
    params: {
      ONUNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Name: ReadOnly<string>;
      Version: ReadOnly<string>;
      EquipmentID: ReadOnly<string>;
      SoftwareImageNumberOfEntries: ReadOnly<number>;
      EthernetUNINumberOfEntries: ReadOnly<number>;
      ANINumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.EthernetUNI.{i}.': {
    table: true;
    params: {
      Enable: ReadOnly<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      LowerLayers: ReadWrite<string>;
      Upstream: ReadOnly<boolean>;
      ANIs: ReadOnly<string>;
      InterdomainID: ReadOnly<string>;
      InterdomainName: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.EthernetUNI.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.XPON.ONU.{i}.SoftwareImage.{i}.': {
    table: true;
    params: {
      ID: ReadOnly<number>;
      Version: ReadOnly<string>;
      IsCommitted: ReadOnly<boolean>;
      IsActive: ReadOnly<boolean>;
      IsValid: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Name: ReadOnly<string>;
      LastChange: ReadOnly<number>;
      PONMode: ReadOnly<string>;
      TransceiverNumberOfEntries: ReadOnly<number>;
      SFPReferenceList: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.Stats.': {
    table: false;
    params: {
      BytesSent: ReadOnly<bigint>;
      BytesReceived: ReadOnly<bigint>;
      PacketsSent: ReadOnly<bigint>;
      PacketsReceived: ReadOnly<bigint>;
      ErrorsSent: ReadOnly<number>;
      ErrorsReceived: ReadOnly<number>;
      UnicastPacketsSent: ReadOnly<bigint>;
      UnicastPacketsReceived: ReadOnly<bigint>;
      DiscardPacketsSent: ReadOnly<number>;
      DiscardPacketsReceived: ReadOnly<number>;
      MulticastPacketsSent: ReadOnly<bigint>;
      MulticastPacketsReceived: ReadOnly<bigint>;
      BroadcastPacketsSent: ReadOnly<bigint>;
      BroadcastPacketsReceived: ReadOnly<bigint>;
      UnknownProtoPacketsReceived: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.TC.': {
    table: false;
    params: {};
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.TC.ONUActivation.': {
    table: false;
    params: {
      ONUState: ReadOnly<string>;
      VendorID: ReadOnly<string>;
      SerialNumber: ReadOnly<string>;
      ONUID: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.TC.Authentication.': {
    table: false;
    params: {
      Password: ReadWrite<string>;
      HexadecimalPassword: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.TC.PM.': {
    table: false;
    params: {};
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.TC.PM.PHY.': {
    table: false;
    params: {
      CorrectedFECBytes: ReadOnly<bigint>;
      CorrectedFECCodewords: ReadOnly<bigint>;
      UncorrectableFECCodewords: ReadOnly<bigint>;
      TotalFECCodewords: ReadOnly<bigint>;
      PSBdHECErrorCount: ReadOnly<number>;
      HeaderHECErrorCount: ReadOnly<number>;
      UnknownProfile: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.TC.PM.GEM.': {
    table: false;
    params: {
      FramesSent: ReadOnly<bigint>;
      FramesReceived: ReadOnly<bigint>;
      FrameHeaderHECErrors: ReadOnly<number>;
      KeyErrors: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.TC.PM.PLOAM.': {
    table: false;
    params: {
      MICErrors: ReadOnly<number>;
      DownstreamMessageCount: ReadOnly<bigint>;
      RangingTime: ReadOnly<bigint>;
      UpstreamMessageCount: ReadOnly<bigint>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.TC.PM.OMCI.': {
    table: false;
    params: {
      BaselineMessagesReceived: ReadOnly<bigint>;
      ExtendedMessagesReceived: ReadOnly<bigint>;
      MICErrors: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.TC.GEM.': {
    table: false;
    params: {
      PortNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.TC.GEM.Port.{i}.': {
    table: true;
    params: {
      PortID: ReadOnly<number>;
      Direction: ReadOnly<string>;
      PortType: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.TC.GEM.Port.{i}.PM.': {
    table: false;
    params: {
      FramesSent: ReadOnly<bigint>;
      FramesReceived: ReadOnly<bigint>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.TC.PerformanceThresholds.': {
    table: false;
    params: {
      SignalFail: ReadOnly<number>;
      SignalDegrade: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.TC.Alarms.': {
    table: false;
    params: {
      LOS: ReadOnly<boolean>;
      LOF: ReadOnly<boolean>;
      SF: ReadOnly<boolean>;
      SD: ReadOnly<boolean>;
      LCDG: ReadOnly<boolean>;
      TF: ReadOnly<boolean>;
      SUF: ReadOnly<boolean>;
      MEM: ReadOnly<boolean>;
      DACT: ReadOnly<boolean>;
      DIS: ReadOnly<boolean>;
      MIS: ReadOnly<boolean>;
      PEE: ReadOnly<boolean>;
      RDI: ReadOnly<boolean>;
      LODS: ReadOnly<boolean>;
      ROGUE: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.XPON.ONU.{i}.ANI.{i}.Transceiver.{i}.': {
    table: true;
    params: {
      ID: ReadOnly<number>;
      Identifier: ReadOnly<number>;
      VendorName: ReadOnly<string>;
      VendorPartNumber: ReadOnly<string>;
      VendorRevision: ReadOnly<string>;
      PONMode: ReadOnly<string>;
      Connector: ReadOnly<string>;
      NominalBitRateDownstream: ReadOnly<number>;
      NominalBitRateUpstream: ReadOnly<number>;
      RxPower: ReadOnly<number>;
      TxPower: ReadOnly<number>;
      Voltage: ReadOnly<number>;
      Bias: ReadOnly<number>;
      Temperature: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SSH.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      ServerNumberOfEntries: ReadOnly<number>;
      AuthorizedKeyNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SSH.Server.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Interface: ReadWrite<string>;
      Port: ReadWrite<number>;
      IdleTimeout: ReadWrite<number>;
      KeepAlive: ReadWrite<number>;
      AllowRootLogin: ReadWrite<boolean>;
      AllowPasswordLogin: ReadWrite<boolean>;
      AllowRootPasswordLogin: ReadWrite<boolean>;
      MaxAuthTries: ReadWrite<number>;
      AllowAllIPv4: ReadWrite<boolean>;
      IPv4AllowedSourcePrefix: ReadWrite<string>;
      AllowAllIPv6: ReadWrite<boolean>;
      IPv6AllowedSourcePrefix: ReadWrite<string>;
      ActivationDate: ReadOnly<string>;
      AutoDisableDuration: ReadWrite<number>;
      PID: ReadOnly<number>;
      UserGroupAccess: ReadWrite<string>;
      SessionNumberOfEntries: ReadOnly<number>;
      MaxAccessLogEntries: ReadWrite<number>;
      AccessLogNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SSH.Server.{i}.Session.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      User: ReadOnly<string>;
      IPAddress: ReadOnly<string>;
      Port: ReadOnly<number>;
    };
    commands: {
      'Delete()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.SSH.Server.{i}.AccessLog.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      TimeStamp: ReadOnly<string>;
      User: ReadOnly<string>;
      IPAddress: ReadOnly<string>;
      Port: ReadOnly<number>;
      Status: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.SSH.Server.{i}.Stats.': {
    table: false;
    params: {
      NumberOfFailedAttempts: ReadOnly<number>;
      NumberOfFailedAttemptsSinceActivation: ReadOnly<number>;
      NumberOfSuccessfulAttempts: ReadOnly<number>;
      NumberOfSuccessfulAttemptsSinceActivation: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SSH.AuthorizedKey.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      User: ReadWrite<string>;
      Key: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.UnixDomainSockets.': {
    table: false;
    params: {
      UnixDomainSocketNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.UnixDomainSockets.UnixDomainSocket.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Mode: ReadOnly<string>;
      Path: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.USPServices.': {
    table: false;
    params: {
      TrustNumberOfEntries: ReadOnly<number>;
      USPServiceNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.USPServices.Trust.{i}.': {
    table: true;
    params: {
      EndpointID: ReadWrite<string>;
      TargetPaths: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.USPServices.USPService.{i}.': {
    table: true;
    params: {
      EndpointID: ReadOnly<string>;
      Protocol: ReadOnly<string>;
      DataModelPaths: ReadOnly<string>;
      DeploymentUnitRef: ReadOnly<string>;
      ExecutionUnitRef: ReadOnly<string>;
      HasController: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Syslog.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      FilterNumberOfEntries: ReadOnly<number>;
      SourceNumberOfEntries: ReadOnly<number>;
      TemplateNumberOfEntries: ReadOnly<number>;
      ActionNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Syslog.Filter.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      FacilityLevel: ReadWrite<string>;
      Severity: ReadWrite<string>;
      SeverityCompare: ReadWrite<string>;
      SeverityCompareAction: ReadWrite<string>;
      PatternMatch: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Syslog.Source.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      KernelMessages: ReadWrite<boolean>;
      SystemMessages: ReadWrite<boolean>;
      Severity: ReadWrite<string>;
      FacilityLevel: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Syslog.Source.{i}.Network.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Interface: ReadWrite<string>;
      Port: ReadWrite<number>;
      Protocol: ReadWrite<string>;
      Certificate: ReadWrite<string>;
      CABundle: ReadWrite<string>;
      PeerVerify: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Syslog.Template.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Expression: ReadWrite<string>;
      EscapeMessage: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Syslog.Action.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      SourceRef: ReadWrite<string>;
      FilterRef: ReadWrite<string>;
      TemplateRef: ReadWrite<string>;
      StructuredData: ReadWrite<boolean>;
    };
    commands: {};
    events: {
      'LogEvent!': { LogLine?: string };
    };
  };
  'Device.Syslog.Action.{i}.LogFile.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      VendorLogFileRef: ReadOnly<string>;
      FilePath: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Syslog.Action.{i}.LogRemote.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Address: ReadWrite<string>;
      Protocol: ReadWrite<string>;
      Port: ReadWrite<number>;
      Certificate: ReadWrite<string>;
      CABundle: ReadWrite<string>;
      PeerVerify: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.Schedules.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      ScheduleNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Schedules.Schedule.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Description: ReadWrite<string>;
      Day: ReadWrite<string>;
      StartTime: ReadWrite<string>;
      Duration: ReadWrite<number>;
      InverseMode: ReadWrite<boolean>;
      TimeLeft: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.RadSecProxy.': {
    table: false;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      ListenConfigNumberOfEntries: ReadOnly<number>;
      SourceConfigNumberOfEntries: ReadOnly<number>;
      ClientNumberOfEntries: ReadOnly<number>;
      RealmNumberOfEntries: ReadOnly<number>;
      ServerNumberOfEntries: ReadOnly<number>;
      TLSNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.RadSecProxy.ListenConfig.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Protocol: ReadWrite<string>;
      Interface: ReadWrite<string>;
      Port: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.RadSecProxy.SourceConfig.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Protocol: ReadWrite<string>;
      Interface: ReadWrite<string>;
      Port: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.RadSecProxy.Realm.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Pattern: ReadWrite<string>;
      Server: ReadWrite<string>;
      AccountingServer: ReadWrite<string>;
      AccountingResponse: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.RadSecProxy.Server.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Address: ReadWrite<string>;
      Protocol: ReadWrite<string>;
      Port: ReadWrite<number>;
      Secret: ReadWrite<string>;
      TLS: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.RadSecProxy.Client.{i}.': {
    table: true;
    params: {
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Alias: WriteOnce<string>;
      Address: ReadWrite<string>;
      Protocol: ReadWrite<string>;
      Secret: ReadWrite<string>;
      TLS: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.RadSecProxy.TLS.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Certificate: ReadWrite<string>;
      CABundle: ReadWrite<string>;
      TLSVersion: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.SessionManagement.': {
    table: false;
    params: {
      SessionNumberOfEntries: ReadOnly<number>;
      PDPNumberOfEntries: ReadOnly<number>;
      PDNNumberOfEntries: ReadOnly<number>;
      PDUNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SessionManagement.Session.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Interface: ReadOnly<string>;
      SessionID: ReadOnly<number>;
      SessionType: ReadOnly<string>;
      APN: ReadOnly<string>;
      Reference: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.SessionManagement.Session.{i}.PCO.': {
    table: false;
    params: {
      IPv6PCSCF: ReadOnly<string>;
      IPv6DNS: ReadOnly<string>;
      IPv4PCSCF: ReadOnly<string>;
      IPv4DNS: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.SessionManagement.PDP.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      TrafficClass: ReadOnly<string>;
      UpstreamMaxBitRate: ReadOnly<bigint>;
      DownstreamMaxBitRate: ReadOnly<bigint>;
      UpstreamGuaranteedBitRate: ReadOnly<bigint>;
      DownstreamGuaranteedBitRate: ReadOnly<bigint>;
      DeliveryOrder: ReadOnly<string>;
      MaximumSDUSize: ReadOnly<number>;
      SDUErrorRatio: ReadOnly<string>;
      ResidualBitErrorRatio: ReadOnly<string>;
      DeliveryOfErroneousSDUs: ReadOnly<string>;
      TransferDelay: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SessionManagement.PDN.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      QCI: ReadOnly<number>;
      UpstreamMaxBitRate: ReadOnly<bigint>;
      DownstreamMaxBitRate: ReadOnly<bigint>;
      UpstreamGuaranteedBitRate: ReadOnly<bigint>;
      DownstreamGuaranteedBitRate: ReadOnly<bigint>;
      UpstreamAggregateBitRate: ReadOnly<bigint>;
      DownstreamAggregateBitRate: ReadOnly<bigint>;
    };
    commands: {};
    events: {};
  };
  'Device.SessionManagement.PDU.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      PTI: ReadOnly<number>;
      SSC: ReadOnly<number>;
      SessionAMBRDownlink: ReadOnly<bigint>;
      SessionAMBRUplink: ReadOnly<bigint>;
      RQTimerValue: ReadOnly<number>;
      AlwaysOn: ReadOnly<boolean>;
      QoSRuleNumberOfEntries: ReadOnly<number>;
      QoSFlowNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SessionManagement.PDU.{i}.NetworkSlice.': {
    table: false;
    params: {
      SliceServiceType: ReadOnly<string>;
      SliceDifferentiator: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SessionManagement.PDU.{i}.QoSRule.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Identifier: ReadOnly<number>;
      Precedence: ReadOnly<number>;
      Segregation: ReadOnly<boolean>;
      QFI: ReadOnly<number>;
      DQR: ReadOnly<boolean>;
      FilterNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.SessionManagement.PDU.{i}.QoSRule.{i}.Filter.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Direction: ReadOnly<string>;
      Type: ReadOnly<number>;
      Value: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.SessionManagement.PDU.{i}.QoSFlow.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      QFI: ReadOnly<number>;
      FiveQI: ReadOnly<number>;
      GFBRUplink: ReadOnly<bigint>;
      GFBRDownlink: ReadOnly<bigint>;
      MFBRUplink: ReadOnly<bigint>;
      MFBRDownlink: ReadOnly<bigint>;
      AveragingWindow: ReadOnly<number>;
      EPSBearer: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.': {
    table: false;
    params: {
      EndpointID: ReadOnly<string>;
      SoftwareVersion: ReadOnly<string>;
      UpTime: ReadOnly<number>;
      SupportedProtocols: ReadOnly<string>;
      SupportedFingerprintAlgorithms: ReadOnly<string>;
      AdvertisedDeviceSubtypes: ReadWrite<string>;
      MaxSubscriptionChangeAdoptionTime: ReadWrite<number>;
      MTPNumberOfEntries: ReadOnly<number>;
      ControllerNumberOfEntries: ReadOnly<number>;
      CertificateNumberOfEntries: ReadOnly<number>;
      SupportedThresholdOperator: ReadOnly<string>;
      ThresholdNumberOfEntries: ReadOnly<number>;
      WatchdogNumberOfEntries: ReadOnly<number>;
      SubscriptionNumberOfEntries: ReadOnly<number>;
      RequestNumberOfEntries: ReadOnly<number>;
      MonitorNumberOfEntries: ReadOnly<number>;
      SupportedNumberOfSubscriptions: ReadOnly<number>;
    };
    commands: {
      'AddCertificate()': { async: false; input: { Alias?: string; Certificate: string }; output: {} };
    };
    events: {
      'Periodic!': {};
      'WakeUp!': {};
      'TransferComplete!': { Command?: string; CommandKey?: string; Requestor?: string; TransferType?: string; Affected?: string; TransferURL?: string; StartTime?: string; CompleteTime?: string; FaultCode?: number; FaultString?: string; CheckSumAlgorithm?: string; CheckSum?: string };
    };
  };
  'Device.LocalAgent.MTP.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      Protocol: ReadWrite<string>;
      EnableMDNS: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.MTP.{i}.CoAP.': {
    table: false;
    params: {
      Interfaces: ReadWrite<string>;
      Port: ReadWrite<number>;
      Path: ReadWrite<string>;
      EnableEncryption: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.MTP.{i}.STOMP.': {
    table: false;
    params: {
      Reference: ReadWrite<string>;
      Destination: ReadWrite<string>;
      DestinationFromServer: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.MTP.{i}.WebSocket.': {
    table: false;
    params: {
      Interfaces: ReadWrite<string>;
      Port: ReadWrite<number>;
      Path: ReadWrite<string>;
      EnableEncryption: ReadWrite<boolean>;
      KeepAliveInterval: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.MTP.{i}.MQTT.': {
    table: false;
    params: {
      Reference: ReadWrite<string>;
      ResponseTopicConfigured: ReadWrite<string>;
      ResponseTopicDiscovered: ReadOnly<string>;
      PublishQoS: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.MTP.{i}.UDS.': {
    table: false;
    params: {
      UnixDomainSocketRef: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.Controller.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      EndpointID: ReadWrite<string>;
      ControllerCode: ReadWrite<string>;
      ProvisioningCode: ReadWrite<string>;
      Enable: ReadWrite<boolean>;
      AssignedRole: ReadWrite<string>;
      InheritedRole: ReadOnly<string>;
      Credential: ReadWrite<string>;
      PeriodicNotifInterval: ReadWrite<number>;
      PeriodicNotifTime: ReadWrite<string>;
      USPNotifRetryMinimumWaitInterval: ReadWrite<number>;
      USPNotifRetryIntervalMultiplier: ReadWrite<number>;
      MTPNumberOfEntries: ReadOnly<number>;
      BootParameterNumberOfEntries: ReadOnly<number>;
      OnBoardingComplete: ReadWrite<boolean>;
      OnBoardingRestartTime: ReadWrite<number>;
    };
    commands: {
      'AddMyCertificate()': { async: false; input: { Alias?: string; Certificate: string }; output: {} };
      'SendOnBoardRequest()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.LocalAgent.Controller.{i}.MTP.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Protocol: ReadWrite<string>;
      Order: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.Controller.{i}.MTP.{i}.CoAP.': {
    table: false;
    params: {
      Host: ReadWrite<string>;
      Port: ReadWrite<number>;
      Path: ReadWrite<string>;
      EnableEncryption: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.Controller.{i}.MTP.{i}.STOMP.': {
    table: false;
    params: {
      Reference: ReadWrite<string>;
      Destination: ReadWrite<string>;
      USPServiceRef: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.Controller.{i}.MTP.{i}.WebSocket.': {
    table: false;
    params: {
      Host: ReadWrite<string>;
      Port: ReadWrite<number>;
      Path: ReadWrite<string>;
      EnableEncryption: ReadWrite<boolean>;
      KeepAliveInterval: ReadWrite<number>;
      CurrentRetryCount: ReadOnly<number>;
      SessionRetryMinimumWaitInterval: ReadWrite<number>;
      SessionRetryIntervalMultiplier: ReadWrite<number>;
      USPServiceRef: ReadOnly<string>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.LocalAgent.Controller.{i}.MTP.{i}.MQTT.': {
    table: false;
    params: {
      Topic: ReadWrite<string>;
      PublishRetainResponse: ReadWrite<boolean>;
      PublishRetainNotify: ReadWrite<boolean>;
      AgentMTPReference: ReadWrite<string>;
      USPServiceRef: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.Controller.{i}.MTP.{i}.UDS.': {
    table: false;
    params: {
      UnixDomainSocketRef: ReadWrite<string>;
      USPServiceRef: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.Controller.{i}.TransferCompletePolicy.': {
    table: false;
    params: {
      ResultTypeFilter: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.Controller.{i}.BootParameter.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      ParameterName: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.Controller.{i}.E2ESession.': {
    table: false;
    params: {
      SessionMode: ReadWrite<string>;
      Status: ReadOnly<string>;
      SessionExpiration: ReadWrite<number>;
      SessionRetryMinimumWaitInterval: ReadWrite<number>;
      SessionRetryIntervalMultiplier: ReadWrite<number>;
      CurrentRetryCount: ReadOnly<number>;
      MaxUSPRecordSize: ReadWrite<number>;
      MaxRetransmitTries: ReadWrite<number>;
      PayloadSecurity: ReadWrite<string>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.LocalAgent.Certificate.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      SerialNumber: ReadOnly<string>;
      Issuer: ReadOnly<string>;
    };
    commands: {
      'Delete()': { async: false; input: {}; output: {} };
      'GetFingerprint()': { async: false; input: { FingerprintAlgorithm: string }; output: { Fingerprint?: string } };
    };
    events: {};
  };
  'Device.LocalAgent.ControllerTrust.': {
    table: false;
    params: {
      UntrustedRole: ReadWrite<string>;
      BannedRole: ReadWrite<string>;
      SecuredRoles: ReadWrite<string>;
      TOFUAllowed: ReadWrite<boolean>;
      TOFUInactivityTimer: ReadWrite<number>;
      RoleNumberOfEntries: ReadOnly<number>;
      CredentialNumberOfEntries: ReadOnly<number>;
      ChallengeNumberOfEntries: ReadOnly<number>;
    };
    commands: {
      'RequestChallenge()': { async: false; input: { ChallengeRef: string; RequestExpiration?: number }; output: { Instruction?: string; InstructionType?: string; ValueType?: string; ChallengeID?: string } };
      'ChallengeResponse()': { async: false; input: { ChallengeID: string; Value: string }; output: {} };
    };
    events: {};
  };
  'Device.LocalAgent.ControllerTrust.Role.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Name: ReadWrite<string>;
      PermissionNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.ControllerTrust.Role.{i}.Permission.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Order: ReadWrite<number>;
      Targets: ReadWrite<string>;
      Param: ReadWrite<string>;
      Obj: ReadWrite<string>;
      InstantiatedObj: ReadWrite<string>;
      CommandEvent: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.ControllerTrust.Credential.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Role: ReadWrite<string>;
      Credential: ReadWrite<string>;
      AllowedUses: ReadWrite<string>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.ControllerTrust.Challenge.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Description: ReadWrite<string>;
      Role: ReadWrite<string>;
      Enable: ReadWrite<boolean>;
      Type: ReadWrite<string>;
      Value: ReadWrite<string>;
      ValueType: ReadWrite<string>;
      Instruction: ReadWrite<string>;
      InstructionType: ReadWrite<string>;
      Retries: ReadWrite<number>;
      LockoutPeriod: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.Threshold.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      OperatingMode: ReadWrite<string>;
      ReferencePath: ReadWrite<string>;
      ThresholdParam: ReadWrite<string>;
      ThresholdOperator: ReadWrite<string>;
      ThresholdValue: ReadWrite<string>;
      Controller: ReadOnly<string>;
    };
    commands: {};
    events: {
      'Triggered!': { ParamPath?: string; ParamValue?: string };
    };
  };
  'Device.LocalAgent.Watchdog.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      ReloadTimerValue: ReadWrite<number>;
      RemainingTimerValue: ReadOnly<number>;
      Status: ReadOnly<string>;
      Reference: ReadWrite<string>;
      SeverityIndication: ReadWrite<string>;
      Controller: ReadOnly<string>;
    };
    commands: {
      'Reset()': { async: false; input: {}; output: {} };
    };
    events: {
      'Watchdog!': { Reference?: string; ReloadTimerValue?: number; SeverityIndication?: string };
    };
  };
  'Device.LocalAgent.Monitor.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Interval: ReadWrite<number>;
      ReferenceList: ReadWrite<string>;
      Controller: ReadOnly<string>;
    };
    commands: {};
    events: {
      'OnChange!': { 'ChangeSet.{i}.ObjectPath'?: string; 'ChangeSet.{i}.Parameter.{i}.Name'?: string; 'ChangeSet.{i}.Parameter.{i}.Value'?: string; 'ChangeSet.{i}.Parameter.{i}.OldValue'?: string; 'ChangeSet.{i}.Parameter.{i}.ChangeTime'?: string };
    };
  };
  'Device.LocalAgent.Subscription.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Recipient: ReadOnly<string>;
      TriggerAction: ReadWrite<string>;
      TriggerConfigSettings: ReadWrite<string>;
      ID: ReadWrite<string>;
      CreationDate: ReadOnly<string>;
      NotifType: ReadWrite<string>;
      ReferenceList: ReadWrite<string>;
      Persistent: ReadWrite<boolean>;
      TimeToLive: ReadWrite<number>;
      NotifRetry: ReadWrite<boolean>;
      NotifExpiration: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.LocalAgent.Request.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Originator: ReadOnly<string>;
      Command: ReadOnly<string>;
      CommandKey: ReadOnly<string>;
      Status: ReadOnly<string>;
    };
    commands: {
      'Cancel()': { async: false; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Standby.': {
    table: false;
    params: {
      NetworkAware: ReadOnly<boolean>;
      TimerAware: ReadOnly<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.CollectionDevice.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      IsNativeDevice: ReadOnly<boolean>;
      DataElementsDeviceRef: ReadOnly<string>;
      IEEE1905DeviceRef: ReadOnly<string>;
      LLDPDeviceRef: ReadOnly<string>;
      UPnPDeviceRef: ReadOnly<string>;
      HostDeviceRef: ReadOnly<string>;
      GhnAssociatedDeviceRef: ReadOnly<string>;
      MoCAAssociatedDeviceRef: ReadOnly<string>;
      HomePlugAssociatedDeviceRef: ReadOnly<string>;
      HPNAAssociatedDeviceRef: ReadOnly<string>;
      UPAAssociatedDeviceRef: ReadOnly<string>;
      WiFiAssociatedDeviceRef: ReadOnly<string>;
      ZigBeeAssociatedDeviceRef: ReadOnly<string>;
      ThreadAssociatedNodeRef: ReadOnly<string>;
      ProxiedDeviceRef: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Name: ReadWrite<string>;
      Online: ReadOnly<boolean>;
      LastTimeContacted: ReadOnly<string>;
      InterfaceReference: ReadOnly<string>;
      ProxyProtocol: ReadOnly<string>;
      NodeNumberOfEntries: ReadOnly<number>;
      IoTCapabilityNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.Node.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      IoTCapabilityNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.Node.{i}.IoTCapability.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      Class: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.Node.{i}.IoTCapability.{i}.BinaryControl.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadWrite<boolean>;
    };
    commands: {
      'Toggle()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.ProxiedDevice.{i}.Node.{i}.IoTCapability.{i}.LevelControl.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadWrite<number>;
      Unit: ReadOnly<string>;
      MinValue: ReadOnly<number>;
      MaxValue: ReadOnly<number>;
      StepValue: ReadWrite<number>;
    };
    commands: {
      'StepUp()': { async: true; input: {}; output: {} };
      'StepDown()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.ProxiedDevice.{i}.Node.{i}.IoTCapability.{i}.EnumControl.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadWrite<string>;
      ValidValues: ReadOnly<string>;
    };
    commands: {
      'StepUp()': { async: true; input: {}; output: {} };
      'StepDown()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.ProxiedDevice.{i}.Node.{i}.IoTCapability.{i}.BinarySensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadOnly<boolean>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Sensitivity: ReadWrite<number>;
      HoldTime: ReadWrite<number>;
      RestTime: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.Node.{i}.IoTCapability.{i}.LevelSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadOnly<number>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Unit: ReadOnly<string>;
      LowLevel: ReadOnly<boolean>;
      LowLevelThreshold: ReadWrite<number>;
      HighLevel: ReadOnly<boolean>;
      HighLevelThreshold: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.Node.{i}.IoTCapability.{i}.MultiLevelSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Values: ReadOnly<string>;
      ValueNames: ReadOnly<string>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Unit: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.Node.{i}.IoTCapability.{i}.EnumSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadOnly<string>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      ValidValues: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.Node.{i}.IoTCapability.{i}.BlobSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Value: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.IoTCapability.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      Class: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.IoTCapability.{i}.BinaryControl.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadWrite<boolean>;
    };
    commands: {
      'Toggle()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.ProxiedDevice.{i}.IoTCapability.{i}.LevelControl.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadWrite<number>;
      Unit: ReadOnly<string>;
      MinValue: ReadOnly<number>;
      MaxValue: ReadOnly<number>;
      StepValue: ReadWrite<number>;
    };
    commands: {
      'StepUp()': { async: true; input: {}; output: {} };
      'StepDown()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.ProxiedDevice.{i}.IoTCapability.{i}.EnumControl.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadWrite<string>;
      ValidValues: ReadOnly<string>;
    };
    commands: {
      'StepUp()': { async: true; input: {}; output: {} };
      'StepDown()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.ProxiedDevice.{i}.IoTCapability.{i}.BinarySensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadOnly<boolean>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Sensitivity: ReadWrite<number>;
      HoldTime: ReadWrite<number>;
      RestTime: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.IoTCapability.{i}.LevelSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadOnly<number>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Unit: ReadOnly<string>;
      LowLevel: ReadOnly<boolean>;
      LowLevelThreshold: ReadWrite<number>;
      HighLevel: ReadOnly<boolean>;
      HighLevelThreshold: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.IoTCapability.{i}.MultiLevelSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Values: ReadOnly<string>;
      ValueNames: ReadOnly<string>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Unit: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.IoTCapability.{i}.EnumSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadOnly<string>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      ValidValues: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.ProxiedDevice.{i}.IoTCapability.{i}.BlobSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Value: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.CWMPManagementServer.': {
    table: false;
    params: {
      EnableCWMP: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.STOMP.': {
    table: false;
    params: {
      ConnectionNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.STOMP.Connection.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Enable: ReadWrite<boolean>;
      Status: ReadOnly<string>;
      LastChangeDate: ReadOnly<string>;
      Host: ReadWrite<string>;
      Port: ReadWrite<number>;
      Username: ReadWrite<string>;
      Password: ReadWrite<string>;
      VirtualHost: ReadWrite<string>;
      EnableHeartbeats: ReadWrite<boolean>;
      OutgoingHeartbeat: ReadWrite<number>;
      IncomingHeartbeat: ReadWrite<number>;
      ServerRetryInitialInterval: ReadWrite<number>;
      ServerRetryIntervalMultiplier: ReadWrite<number>;
      ServerRetryMaxInterval: ReadWrite<number>;
      EnableEncryption: ReadWrite<boolean>;
    };
    commands: {};
    events: {};
  };
  'Device.GatewayInfo.': {
    table: false;
    params: {
      ManagementProtocol: ReadOnly<string>;
      EndpointID: ReadOnly<string>;
      MACAddress: ReadOnly<string>;
      ManufacturerOUI: ReadOnly<string>;
      ProductClass: ReadOnly<string>;
      SerialNumber: ReadOnly<string>;
    };
    commands: {};
    events: {
      'UnknownGatewayDiscovered!': { MACAddress?: string };
      'USPGatewayDiscovered!': { EndpointID?: string };
      'CWMPGatewayDiscovered!': { ManufacturerOUI?: string; ProductClass?: string; SerialNumber?: string };
    };
  };
  'Device.IoTCapability.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      Class: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IoTCapability.{i}.BinaryControl.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadWrite<boolean>;
    };
    commands: {
      'Toggle()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.IoTCapability.{i}.LevelControl.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadWrite<number>;
      Unit: ReadOnly<string>;
      MinValue: ReadOnly<number>;
      MaxValue: ReadOnly<number>;
      StepValue: ReadWrite<number>;
    };
    commands: {
      'StepUp()': { async: true; input: {}; output: {} };
      'StepDown()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.IoTCapability.{i}.EnumControl.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadWrite<string>;
      ValidValues: ReadOnly<string>;
    };
    commands: {
      'StepUp()': { async: true; input: {}; output: {} };
      'StepDown()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.IoTCapability.{i}.BinarySensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadOnly<boolean>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Sensitivity: ReadWrite<number>;
      HoldTime: ReadWrite<number>;
      RestTime: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IoTCapability.{i}.LevelSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadOnly<number>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Unit: ReadOnly<string>;
      LowLevel: ReadOnly<boolean>;
      LowLevelThreshold: ReadWrite<number>;
      HighLevel: ReadOnly<boolean>;
      HighLevelThreshold: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.IoTCapability.{i}.MultiLevelSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Values: ReadOnly<string>;
      ValueNames: ReadOnly<string>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Unit: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IoTCapability.{i}.EnumSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadOnly<string>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      ValidValues: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.IoTCapability.{i}.BlobSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Value: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Node.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      IoTCapabilityNumberOfEntries: ReadOnly<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Node.{i}.IoTCapability.{i}.': {
    table: true;
    params: {
      Alias: WriteOnce<string>;
      Name: ReadWrite<string>;
      Class: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Node.{i}.IoTCapability.{i}.BinaryControl.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadWrite<boolean>;
    };
    commands: {
      'Toggle()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Node.{i}.IoTCapability.{i}.LevelControl.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadWrite<number>;
      Unit: ReadOnly<string>;
      MinValue: ReadOnly<number>;
      MaxValue: ReadOnly<number>;
      StepValue: ReadWrite<number>;
    };
    commands: {
      'StepUp()': { async: true; input: {}; output: {} };
      'StepDown()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Node.{i}.IoTCapability.{i}.EnumControl.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadWrite<string>;
      ValidValues: ReadOnly<string>;
    };
    commands: {
      'StepUp()': { async: true; input: {}; output: {} };
      'StepDown()': { async: true; input: {}; output: {} };
    };
    events: {};
  };
  'Device.Node.{i}.IoTCapability.{i}.BinarySensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadOnly<boolean>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Sensitivity: ReadWrite<number>;
      HoldTime: ReadWrite<number>;
      RestTime: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Node.{i}.IoTCapability.{i}.LevelSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadOnly<number>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Unit: ReadOnly<string>;
      LowLevel: ReadOnly<boolean>;
      LowLevelThreshold: ReadWrite<number>;
      HighLevel: ReadOnly<boolean>;
      HighLevelThreshold: ReadWrite<number>;
    };
    commands: {};
    events: {};
  };
  'Device.Node.{i}.IoTCapability.{i}.MultiLevelSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Values: ReadOnly<string>;
      ValueNames: ReadOnly<string>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Unit: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Node.{i}.IoTCapability.{i}.EnumSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      Value: ReadOnly<string>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      ValidValues: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
  'Device.Node.{i}.IoTCapability.{i}.BlobSensor.': {
    table: false;
    params: {
      Type: ReadOnly<string>;
      Description: ReadOnly<string>;
      LastChange: ReadOnly<string>;
      LastContactTime: ReadOnly<string>;
      Value: ReadOnly<string>;
    };
    commands: {};
    events: {};
  };
}
